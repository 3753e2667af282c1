package io.hostpulse.alerter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.outbox.Receipt.Fate;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_735_905_600 * SECOND;
    private static final Outcome DOWN = new Outcome.TryAgain("connection refused", Optional.empty());
    private static final Outcome ARRIVED = new Outcome.Delivered("200 OK");
    private static final Outcome NEVER = new Outcome.Refused("404 Not Found");

    private final Outbox outbox = new Outbox(
            "slack",
            Duration.ofHours(24),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new SplittableRandom(1)));

    @Test
    void triesAgainUntilItArrivesAndSaysHowOftenAndHowLong() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        assertThat(outbox.due(NOON)).contains(firing);
        assertThat(outbox.sent(firing, DOWN, NOON)).isEmpty();
        assertThat(outbox.due(NOON)).isEmpty();
        long next = outbox.nextDue();
        assertThat(next - NOON).isBetween(SECOND * 8 / 10, SECOND * 12 / 10);
        assertThat(outbox.sent(firing, ARRIVED, next))
                .containsExactly(
                        new Receipt("slack", "k1", List.of("disk"), Fate.DELIVERED, next, 2, next - NOON, "200 OK"));
        assertThat(outbox.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        long now = NOON;
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            outbox.sent(firing, DOWN, now);
            pauses.add((outbox.nextDue() - now) / SECOND);
            now = outbox.nextDue();
        }
        assertThat(pauses.get(3)).isBetween(6L, 10L);
        assertThat(pauses.get(11)).isBetween(240L, 360L);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        outbox.sent(firing, new Outcome.TryAgain("429", Optional.of(Duration.ofMinutes(10))), NOON);
        assertThat(outbox.nextDue()).isEqualTo(NOON + 600 * SECOND);
    }

    @Test
    void triesAllThatWaitedOnceTheOtherEndIsThereAgain() {
        List<Notification> waiting =
                List.of(notification("k1", Kind.FIRING, "disk"), notification("k2", Kind.FIRING, "memory"));
        waiting.forEach(one -> outbox.add(one, NOON));
        waiting.forEach(one -> outbox.sent(one, DOWN, NOON));
        outbox.add(notification("k3", Kind.FIRING, "swap"), NOON);
        outbox.sent(notification("k3", Kind.FIRING, "swap"), ARRIVED, NOON + 1);
        assertThat(outbox.due(NOON + 1)).contains(waiting.get(0));
        outbox.sent(waiting.get(0), ARRIVED, NOON + 1);
        assertThat(outbox.due(NOON + 1)).contains(waiting.get(1));
    }

    @Test
    void doesNotTryOneThatFailsByItselfWithEachThatArrives() {
        Notification strange = notification("k0", Kind.FIRING, "strange");
        outbox.add(strange, NOON);
        outbox.sent(strange, DOWN, NOON);
        arrive("k1");
        assertThat(outbox.due(NOON)).contains(strange);
        outbox.sent(strange, DOWN, NOON);
        arrive("k2");
        assertThat(outbox.due(NOON)).isEmpty();
    }

    @Test
    void comesNoEarlierThanItWasTold() {
        Notification firing = notification("k0", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        outbox.sent(firing, new Outcome.TryAgain("429", Optional.of(Duration.ofMinutes(1))), NOON);
        arrive("k1");
        assertThat(outbox.due(NOON)).isEmpty();
    }

    private void arrive(String key) {
        Notification other = notification(key, Kind.FIRING, key);
        outbox.add(other, NOON);
        outbox.sent(other, ARRIVED, NOON);
    }

    @Test
    void holdsUpOnlyWhatIsAboutTheSameAlert() {
        Notification disk = notification("k1", Kind.FIRING, "disk");
        Notification memory = notification("k2", Kind.FIRING, "memory");
        outbox.add(disk, NOON);
        outbox.add(notification("k3", Kind.RESOLVED, "disk"), NOON);
        outbox.add(memory, NOON);
        outbox.sent(disk, DOWN, NOON);
        assertThat(outbox.due(NOON)).contains(memory);
        outbox.sent(memory, ARRIVED, NOON);
        assertThat(outbox.due(NOON))
                .as("the end must not overtake the beginning")
                .contains(disk);
    }

    @Test
    void doesNotTellTheEndOfWhatNobodyHeardOf() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        outbox.add(notification("k2", Kind.RESOLVED, "disk"), NOON);
        assertThat(outbox.sent(firing, NEVER, NOON))
                .extracting(Receipt::key, Receipt::fate)
                .containsExactly(tuple("k1", Fate.REFUSED), tuple("k2", Fate.POINTLESS));
        assertThat(outbox.size()).isZero();
    }

    @Test
    void tellsTheEndWhenOnlyAReminderWasRefused() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        Notification worse = notification("k2", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        outbox.sent(firing, ARRIVED, NOON);
        outbox.add(worse, NOON);
        outbox.sent(worse, NEVER, NOON);
        Notification resolved = notification("k3", Kind.RESOLVED, "disk");
        outbox.add(resolved, NOON);
        assertThat(outbox.due(NOON)).contains(resolved);
    }

    @Test
    void tellsTheEndOfThoseInAGroupThatWereTold() {
        outbox.told(List.of("disk"));
        outbox.add(notification("k1", Kind.RESOLVED, "disk", "memory"), NOON);
        assertThat(outbox.due(NOON).orElseThrow().alerts())
                .extracting(Alert::id)
                .containsExactly("disk");
    }

    @Test
    void givesUpAfterADay() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        long tomorrow = NOON + 24 * 3600 * SECOND;
        assertThat(outbox.sent(firing, DOWN, tomorrow - 1)).isEmpty();
        assertThat(outbox.sent(firing, DOWN, tomorrow))
                .extracting(Receipt::fate)
                .containsExactly(Fate.EXPIRED);
    }

    @Test
    void takesTheSameNotificationOnce() {
        Notification firing = notification("k1", Kind.FIRING, "disk");
        outbox.add(firing, NOON);
        outbox.add(firing, NOON);
        assertThat(outbox.size()).isEqualTo(1);
    }

    /** However sending goes: every notification ends exactly once, in order for each alert, and no end comes without its beginning. */
    @Test
    void keepsItsPromisesHoweverSendingGoes() {
        for (long seed = 1; seed <= 500; seed++) {
            new Story(seed).play();
        }
    }

    /** Alerts come and go at random, and so do successes and failures. */
    private static final class Story {
        private final long seed;
        private final Random random;
        private final Outbox outbox;
        private final List<Notification> put = new ArrayList<>();
        private final List<String> arrived = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private long now = NOON;

        private Story(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.outbox = new Outbox(
                    "slack",
                    Duration.ofMinutes(10),
                    new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new SplittableRandom(seed)));
        }

        private void play() {
            for (int i = 0; i < 60; i++) {
                now += random.nextLong(30 * SECOND);
                String alert = "a" + random.nextInt(4);
                if (random.nextInt(3) == 0) {
                    put(alert);
                }
                send();
            }
            while (outbox.size() > 0) {
                now = Math.max(now, outbox.nextDue());
                send();
            }
            check();
        }

        private void put(String alert) {
            boolean fires = put.stream()
                            .filter(one -> one.alerts().get(0).id().equals(alert))
                            .reduce((first, last) -> last)
                            .map(Notification::kind)
                            .orElse(Kind.RESOLVED)
                    == Kind.RESOLVED;
            Notification next = notification("k" + put.size(), fires ? Kind.FIRING : Kind.RESOLVED, now, alert);
            put.add(next);
            receipts.addAll(outbox.add(next, now));
        }

        private void send() {
            outbox.due(now).ifPresent(notification -> {
                Outcome outcome = List.of(ARRIVED, DOWN, DOWN, NEVER).get(random.nextInt(4));
                if (outcome == ARRIVED) {
                    arrived.add(notification.kind() + " "
                            + notification.alerts().get(0).id());
                }
                receipts.addAll(outbox.sent(notification, outcome, now));
            });
        }

        private void check() {
            assertThat(receipts)
                    .as("seed %d", seed)
                    .extracting(Receipt::key)
                    .doesNotHaveDuplicates()
                    .containsAll(put.stream().map(Notification::key).toList());
            for (int alert = 0; alert < 4; alert++) {
                String id = "a" + alert;
                List<String> told =
                        arrived.stream().filter(text -> text.endsWith(id)).toList();
                for (int i = 0; i < told.size(); i++) {
                    boolean isEnd = told.get(i).startsWith("RESOLVED");
                    assertThat(isEnd && (i == 0 || told.get(i - 1).startsWith("RESOLVED")))
                            .as("seed %d: an end without a beginning in %s", seed, told)
                            .isFalse();
                }
            }
        }
    }

    private static Notification notification(String key, Kind kind, String... alerts) {
        return notification(key, kind, NOON, alerts);
    }

    private static Notification notification(String key, Kind kind, long at, String... alerts) {
        List<Alert> about = Stream.of(alerts).map(OutboxTest::alert).toList();
        return new Notification(key, kind, at, "web-1", about, Map.of(), "");
    }

    private static Alert alert(String id) {
        return new Alert(
                id,
                new AlertKey("high_" + id, ""),
                id,
                "percentage",
                AlertLevel.WARNING,
                AlertState.FIRING,
                Measured.of(85.5, 80),
                "High " + id + " usage: 85.5% (threshold: 80.0%)",
                NOON,
                NOON,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
