package io.hostpulse.alerter.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold whatever happens. */
class RouterPropertyTest {

    private static final int RUNS = 20;
    private static final long COOLDOWN = 300 * Alerts.SECOND;
    private static final long WINDOW = 300 * Alerts.SECOND;
    private static final String LIMITS = "cooldown: 300s\ngroup_window: 300s\n";

    private static final String SETTINGS = LIMITS + """
            repeat: 1h
            escalation:
              later: {after: 20m, handlers: [boss]}
            inhibit:
              dead:
                source: {rule: dead}
                target: {component: disk}
            silences:
              night:
                match: {component: net}
                hours: ["02:00-03:00"]
                zone: Europe/Paris
            """;

    private static final RoutingSettings PARSED = Written.settings(SETTINGS);

    private static final RuleRouting RULES = new RuleRouting(Map.of(), Map.of("swap", List.of("high")));

    private static final List<Recipient> RECIPIENTS = List.of(
            Scene.everything("all"),
            Scene.from("pager", AlertLevel.CRITICAL),
            Scene.everything("boss"),
            new Recipient(
                    "day",
                    true,
                    AlertLevel.INFO,
                    List.of(),
                    Map.of(),
                    Optional.of(Schedule.parse(List.of(), List.of("08:00-20:00"), "America/New_York")),
                    true),
            new Recipient("quiet", true, AlertLevel.WARNING, List.of(), Map.of(), Optional.empty(), false));

    /** A step that was taken. */
    private record Taken(long at, Decision decision) {}

    /** Plays a story; after some of the steps another router goes on with the folded journal. */
    private static final class Play {

        private final List<Taken> taken = new ArrayList<>();
        private final List<Remembered> journal = new ArrayList<>();
        private final Random restarts;
        private Router router = router(new RoutingMemory());
        private OptionalLong again = OptionalLong.empty();

        Play(List<RandomStory.Moment> story, Random restarts) {
            this.restarts = restarts;
            for (RandomStory.Moment moment : story) {
                until(moment.at());
                step(moment.at(), moment.events());
            }
            until(story.get(story.size() - 1).at() + RandomStory.QUIET);
        }

        private void until(long end) {
            while (again.isPresent() && again.getAsLong() < end) {
                step(again.getAsLong(), List.of());
            }
        }

        private void step(long at, List<RoutingEvent> events) {
            Decision decision = router.step(at, events);
            taken.add(new Taken(at, decision));
            again = decision.again();
            decision.remembered().forEach(record -> journal.add(throughJson(record)));
            if (restarts != null && restarts.nextInt(8) == 0) {
                RoutingMemory folded = new RoutingMemory();
                journal.forEach(folded::apply);
                router = router(folded);
            }
        }

        private static Router router(RoutingMemory memory) {
            return new Router("atlas", PARSED, RULES, RECIPIENTS, memory);
        }

        List<Notification> to(String handler) {
            return taken.stream()
                    .flatMap(step -> step.decision().dispatches().stream())
                    .filter(dispatch -> dispatch.handler().equals(handler))
                    .map(Decision.Dispatch::notification)
                    .toList();
        }
    }

    private static Remembered throughJson(Remembered record) {
        ByteBuffer json = new PayloadWriter().write(RememberedFields.of(record));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        return RememberedFields.parse(new PayloadReader().read(bytes));
    }

    /** Checks one story. */
    private interface Property {
        void check(RandomStory story, List<RandomStory.Moment> day, Play play);
    }

    private static void always(Property property) {
        long seed = new Random().nextLong();
        for (int run = 0; run < RUNS; run++) {
            try {
                RandomStory story = new RandomStory(new Random(seed + run));
                List<RandomStory.Moment> day = story.day();
                property.check(story, day, new Play(day, null));
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + (seed + run), wrong);
            }
        }
    }

    @Test
    void aRestartChangesNothing() {
        always((story, day, play) -> {
            List<String> restarted = describe(new Play(day, new Random(day.size())));
            assertThat(restarted).isEqualTo(describe(play));
        });
    }

    // Without the alerts' own times, which lose what is below a microsecond on their way through the journal.
    private static List<String> describe(Play play) {
        return play.taken.stream()
                .map(step -> step.at() + " " + step.decision().again()
                        + step.decision().unsent()
                        + step.decision().dispatches().stream()
                                .map(one -> one.handler()
                                        + one.notification().key()
                                        + one.notification().kind()
                                        + one.notification().at()
                                        + one.notification().heldBack()
                                        + one.notification().alerts().stream()
                                                .map(alert -> alert.id() + alert.state() + alert.level())
                                                .toList())
                                .toList())
                .toList();
    }

    @Test
    void nothingIsResolvedRemindedOrAcknowledgedThatWasNotToldToBeOn() {
        always((story, day, play) -> RECIPIENTS.forEach(recipient -> {
            Set<String> on = new HashSet<>();
            for (Notification one : play.to(recipient.name())) {
                for (Alert alert : one.kind() == Kind.SUMMARY ? List.<Alert>of() : one.alerts()) {
                    if (one.kind() == Kind.FIRING) {
                        on.add(alert.id());
                    } else {
                        assertThat(on).as("%s %s", recipient.name(), one).contains(alert.id());
                    }
                    if (one.kind() == Kind.RESOLVED) {
                        on.remove(alert.id());
                    }
                }
            }
        }));
    }

    @Test
    void inTheEndEveryoneKnowsWhatIsOnAndHowBadItIs() {
        always((story, day, play) -> {
            Set<String> held = heldBack(story.last());
            Map<String, AlertLevel> on = new TreeMap<>();
            story.last().stream()
                    .filter(alert -> alert.isActive() && !held.contains(alert.id()))
                    .forEach(alert -> on.put(alert.id(), alert.level()));
            assertThat(known(play, "all")).containsAllEntriesOf(on);
            assertThat(known(play, "day")).containsAllEntriesOf(on);
            assertThat(known(play, "all").keySet()).isSubsetOf(active(story));
            assertThat(known(play, "day").keySet()).isSubsetOf(active(story));
            assertThat(known(play, "pager").keySet()).isSubsetOf(active(story));
        });
    }

    private static Set<String> active(RandomStory story) {
        return story.last().stream().filter(Alert::isActive).map(Alert::id).collect(Collectors.toSet());
    }

    private static Set<String> heldBack(List<Alert> alerts) {
        List<Alert> on = alerts.stream().filter(Alert::isActive).toList();
        return new Inhibitions(PARSED.inhibitions(), RULES.dependsOn()).heldBack(on);
    }

    private static Map<String, AlertLevel> known(Play play, String handler) {
        Map<String, AlertLevel> known = new TreeMap<>();
        for (Notification one : play.to(handler)) {
            if (one.kind() == Kind.FIRING) {
                one.alerts().forEach(alert -> known.put(alert.id(), alert.level()));
            } else if (one.kind() == Kind.RESOLVED) {
                one.alerts().forEach(alert -> known.remove(alert.id()));
            }
        }
        return known;
    }

    @Test
    void everyOccurrenceIsToldOrCountedWithAReason() {
        always((story, day, play) -> {
            Set<String> accounted = play.to("all").stream()
                    .flatMap(one -> one.alerts().stream())
                    .map(Alert::id)
                    .collect(Collectors.toSet());
            play.taken.forEach(step -> step.decision().unsent().stream()
                    .filter(one -> one.handler().equals("all"))
                    .forEach(one -> accounted.add(one.alert())));
            day.forEach(moment -> moment.events().forEach(event -> {
                if (event instanceof RoutingEvent.AlertChanged changed
                        && changed.alert().isActive()) {
                    assertThat(accounted).contains(changed.alert().id());
                }
            }));
        });
    }

    @Test
    void theSameAlertIsToldAgainWithinTheCooldownOnlyWhenItIsWorseOrFlapsOrIsCalm() {
        always((story, day, play) -> RECIPIENTS.forEach(recipient -> {
            Map<AlertKey, Notification> before = new HashMap<>();
            for (Notification one : play.to(recipient.name())) {
                for (Alert alert : isOn(one) ? one.alerts() : List.<Alert>of()) {
                    Notification last = before.put(alert.key(), one);
                    if (last != null && one.at() < last.at() + COOLDOWN) {
                        Alert told = find(last, alert.key());
                        assertThat(alert.level().compareTo(told.level()) > 0 || alert.flapping() || told.flapping())
                                .as("%s: %s after %s", recipient.name(), one, last)
                                .isTrue();
                    }
                }
            }
        }));
    }

    private static boolean isOn(Notification one) {
        return one.kind() == Kind.FIRING || one.kind() == Kind.REMINDER;
    }

    private static Alert find(Notification notification, AlertKey key) {
        return notification.alerts().stream()
                .filter(alert -> alert.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inAWindowAGroupIsToldAgainOnlyOfWhatIsWorse() {
        always((story, day, play) -> RECIPIENTS.forEach(recipient -> {
            Map<String, Notification> before = new HashMap<>();
            Map<AlertKey, AlertLevel> known = new HashMap<>();
            for (Notification one : play.to(recipient.name())) {
                if (one.kind() == Kind.REMINDER) {
                    one.alerts().forEach(alert -> known.put(alert.key(), alert.level()));
                }
                if (one.kind() != Kind.FIRING) {
                    continue;
                }
                String group = one.alerts().get(0).component();
                assertThat(one.alerts()).allMatch(alert -> alert.component().equals(group));
                Notification last = before.put(group, one);
                boolean isEarly = last != null && one.at() < last.at() + WINDOW;
                assertThat(isEarly && one.alerts().stream().noneMatch(alert -> isWorse(alert, last, known)))
                        .as("%s: %s after %s", recipient.name(), one, last)
                        .isFalse();
                one.alerts().forEach(alert -> known.put(alert.key(), alert.level()));
            }
        }));
    }

    // Than the group's last notification, or than the alert itself when it was last told.
    private static boolean isWorse(Alert alert, Notification last, Map<AlertKey, AlertLevel> known) {
        AlertLevel before = known.getOrDefault(alert.key(), AlertLevel.CRITICAL);
        return alert.level().compareTo(last.level()) > 0 || alert.level().compareTo(before) > 0;
    }

    @Test
    void keysAreUniqueAsciiAndTheNextTimeIsLater() {
        always((story, day, play) -> {
            List<String> keys = play.taken.stream()
                    .flatMap(step -> step.decision().dispatches().stream())
                    .map(dispatch -> dispatch.notification().key())
                    .toList();
            assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).allMatch(key -> key.matches("[!-~]{1,64}"));
            play.taken.forEach(step ->
                    step.decision().again().ifPresent(again -> assertThat(again).isGreaterThan(step.at() - 1000)));
        });
    }

    @Test
    void whenAllIsOverNothingIsRemembered() {
        always((story, day, play) -> {
            long end = day.get(day.size() - 1).at() + 2 * RandomStory.QUIET;
            List<RoutingEvent> over = new ArrayList<>();
            story.last()
                    .forEach(alert -> over.add(new RoutingEvent.AlertChanged(
                            Alerts.with(alert, alert.level(), AlertState.RESOLVED, false, end))));
            play.step(end, over);
            play.until(end + RandomStory.QUIET);
            play.step(end + RandomStory.QUIET, List.of());
            RoutingMemory folded = new RoutingMemory();
            play.journal.forEach(folded::apply);
            assertThat(folded.records()).isEmpty();
        });
    }
}
