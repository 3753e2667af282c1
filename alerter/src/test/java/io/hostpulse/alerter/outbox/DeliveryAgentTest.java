package io.hostpulse.alerter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryAgentTest {

    private static final long SECOND = 1_000_000_000;
    private static final Outcome DOWN = new Outcome.TryAgain("no connection:\nrefused", Optional.empty());
    private static final Outcome ARRIVED = new Outcome.Delivered("200 OK");

    @TempDir
    Path directory;

    private final List<String> sent = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private Outcome next = ARRIVED;
    private long now = Notifications.NOW;
    private DataDirectory data;
    private MarkFile mark;
    private DeliveryAgent agent;

    @BeforeEach
    void open() throws IOException {
        data = new DataDirectory(directory);
        data.create();
        mark = MarkFile.create(data, "alerter", now);
        agent = agent(true);
    }

    @AfterEach
    void close() throws IOException {
        mark.close();
    }

    private DeliveryAgent agent(boolean enabled) {
        HandlerSettings settings = new HandlerSettings(
                "mail",
                "email",
                enabled,
                AlertLevel.INFO,
                List.of(),
                Map.of(),
                Optional.empty(),
                ZoneOffset.UTC,
                true,
                Duration.ofHours(1));
        DeliverySigns signs = new DeliverySigns(new DeliveryCounters(mark), conditions::add);
        return new DeliveryAgent(settings, this::send, () -> now, receipts::add, signs);
    }

    private Outcome send(Notification notification) {
        sent.add(notification.key());
        if (next == null) {
            throw new IllegalStateException("the password hunter2 is wrong");
        }
        return next;
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(agent.stats())
                .isEqualTo(new HandlerStats(
                        "mail",
                        "email",
                        true,
                        0,
                        0,
                        0,
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "",
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        DeliveryTimes.NONE,
                        0));
    }

    @Test
    void tellsWhatArrivedAndHowLongItTook() {
        agent.hand(notification("k1"));
        now += 3 * SECOND;
        turn();
        HandlerStats stats = agent.stats();
        assertThat(stats.handled()).isEqualTo(1);
        assertThat(stats.lastDelivered()).hasValue(now);
        assertThat(stats.times().median()).hasValue(3 * SECOND);
        assertThat(stats.failed()).isZero();
        assertThat(stats.queued()).isZero();
        assertThat(stats.lastTurn()).isEqualTo(now);
    }

    @Test
    void tellsWhatWaitsAndWhy() {
        next = DOWN;
        agent.hand(notification("k1"));
        turn();
        HandlerStats stats = agent.stats();
        assertThat(stats.queued()).isEqualTo(1);
        assertThat(stats.failed()).isEqualTo(1);
        assertThat(stats.lastError()).isEqualTo("no connection: refused");
        assertThat(stats.lastErrorAt()).hasValue(now);
        assertThat(stats.failingSince()).hasValue(now);
        assertThat(stats.nextTry().orElseThrow()).isGreaterThan(now);
        next = ARRIVED;
        now += 10 * SECOND;
        turn();
        assertThat(agent.stats().failingSince()).isEmpty();
        assertThat(agent.stats().lastError()).as("what it was stays known").isEqualTo("no connection: refused");
    }

    @Test
    void showsThatItFailsForLongUntilSomethingArrives() {
        next = DOWN;
        agent.hand(notification("k1"));
        turn();
        assertThat(conditions).isEmpty();
        now += 60 * SECOND;
        turn();
        turn();
        assertThat(conditions).containsExactly("mail does not take notifications since 10:17Z: no connection: refused");
        now += 600 * SECOND;
        next = ARRIVED;
        turn();
        assertThat(conditions).hasSize(2).last().isEqualTo("");
    }

    @Test
    void whatADefectSaysIsNotShown() {
        next = null;
        agent.hand(notification("k1"));
        turn();
        assertThat(agent.stats().lastError()).isEqualTo("a defect in the handler: IllegalStateException, see the log");
    }

    @Test
    void countsInTheMarkOfTheProcess() throws IOException {
        agent.hand(notification("k1"));
        turn();
        next = DOWN;
        agent.hand(notification("k2"));
        turn();
        next = new Outcome.Refused("404");
        agent.hand(notification("k3"));
        turn();
        assertThat(Mark.read(data, "alerter").orElseThrow().counters())
                .containsEntry("notifications_sent_total", 1L)
                .containsEntry("notifications_failed_total", 2L)
                .containsEntry("notifications_dead_total", 1L);
        assertThat(agent.stats().dead()).isEqualTo(1);
    }

    @Test
    void whatIsQueuedWaitsWhileItIsSwitchedOff() {
        agent.enabled(false);
        agent.hand(notification("k1"));
        agent.hand(notification("k2"));
        turn();
        assertThat(sent).isEmpty();
        assertThat(agent.stats().queued()).isEqualTo(2);
        assertThat(agent.stats().enabled()).isFalse();
        assertThat(agent.stats().nextTry()).isEmpty();
        agent.enabled(true);
        turn();
        turn();
        assertThat(sent).containsExactly("k1", "k2");
        assertThat(receipts).extracting(Receipt::key).containsExactly("k1", "k2");
    }

    @Test
    void oneThatIsSwitchedOffInTheConfigurationKeepsWhatItHad() {
        DeliveryAgent off = agent(false);
        off.restore(List.of(), List.of(notification("k1")));
        off.doWork(now);
        assertThat(sent).isEmpty();
        assertThat(off.stats().queued()).isEqualTo(1);
        off.enabled(true);
        off.doWork(now);
        assertThat(sent).containsExactly("k1");
    }

    @Test
    void switchedOffItShowsNoCondition() {
        next = DOWN;
        agent.hand(notification("k1"));
        turn();
        now += 60 * SECOND;
        turn();
        agent.enabled(false);
        turn();
        assertThat(conditions).hasSize(2).last().isEqualTo("");
    }

    private void turn() {
        agent.doWork(now);
    }

    /** Each about an alert of its own. */
    private static Notification notification(String key) {
        Alert alert = Notifications.alert(key, AlertLevel.WARNING, "High memory", "");
        return new Notification(key, Kind.FIRING, Notifications.NOW, "atlas", List.of(alert), Map.of(), "");
    }
}
