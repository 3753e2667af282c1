package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An engine that was stopped anywhere and restored goes on like one that never stopped. */
class RestoreTest {

    private static final StreamName M = new StreamName("m");
    private static final StreamName LIST = new StreamName("list");

    private static final String[] VALUES = {
        "alerts.flapping.window=30s",
        "plain.metric=m.v",
        "plain.warning=5",
        "plain.critical=8",
        "clear.metric=m.v",
        "clear.warning=6",
        "clear.clear.margin=3",
        "clear.keep_firing_for=3s",
        "held.metric=m.v",
        "held.warning=4",
        "held.critical=7",
        "held.for=3s",
        "count.metric=m.v",
        "count.warning=5",
        "count.violations=3 of 5",
        "mean.metric=m.v",
        "mean.function=average",
        "mean.over=8s",
        "mean.warning=5",
        "flap.metric=m.v",
        "flap.warning=5",
        "flap.flapping.changes=3",
        "flap.flapping.window=6s",
        "each.metric=list.all[*].v",
        "each.warning=5",
        "each.gone_after=4s",
        "wild.metric=*.v",
        "wild.warning=6",
        "wild.on_missing=alert"
    };

    private static final String[] ABSENCE = {
        "none.metric=m.v",
        "none.condition=no_data",
        "none.warning=3s",
        "none.critical=6s",
        "stale.metric=*",
        "stale.condition=stale",
        "stale.warning=3",
        "empty.metric=list.all[*].v",
        "empty.condition=no_data",
        "empty.warning=3s"
    };

    /** One thing that an engine is told. */
    private interface Event {
        void tell(RuleEngine engine);
    }

    private static List<Event> events(Random random, int seconds) {
        List<Event> events = new ArrayList<>();
        long now = Trial.START;
        long[] sequence = {0, 0};
        int quiet = 0;
        for (int second = 0; second < seconds; second++) {
            now += random.nextInt(60) == 0 ? -5 * Trial.SECOND : Trial.SECOND;
            long at = now;
            events.add(engine -> engine.tick(at));
            quiet = quiet > 0 ? quiet - 1 : random.nextInt(25) == 0 ? random.nextInt(9) : 0;
            if (quiet == 0) {
                long number = ++sequence[0];
                Reading reading = single(random);
                events.add(engine -> engine.sample(M, at, number, reading));
            }
            long number = ++sequence[1];
            Reading reading = list(random);
            events.add(engine -> engine.sample(LIST, at, number, reading));
        }
        return events;
    }

    private static Reading single(Random random) {
        int kind = random.nextInt(12);
        return kind == 0
                ? new Reading.Failed("broken")
                : Trial.ok("v", kind == 1 ? new Value.Missing("none") : new Value.Whole(random.nextInt(10)));
    }

    private static Reading list(Random random) {
        List<Fields> elements = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            if (random.nextInt(5) > 0) {
                elements.add(Fields.builder()
                        .put("name", name)
                        .put("v", random.nextInt(10))
                        .build());
            }
        }
        return new Reading.Ok(Fields.builder().put("all", elements).build());
    }

    private static RuleEngine engine(RuleSet rules, List<Transition> told) {
        RuleEngine engine = new RuleEngine(rules, "atlas", told::add);
        engine.expect(M, Duration.ofSeconds(1));
        engine.expect(LIST, Duration.ofSeconds(1));
        return engine;
    }

    // What a journal that has seen these transitions remembers.
    private static List<Alert> active(List<Transition> told) {
        Map<AlertKey, Alert> active = new LinkedHashMap<>();
        for (Transition one : told) {
            if (one instanceof Transition.Resolved) {
                active.remove(one.alert().key());
            } else if (one.alert().isActive()) {
                active.put(one.alert().key(), one.alert());
            }
        }
        return List.copyOf(active.values());
    }

    @Test
    void goesOnAsIfItHadNeverStopped() {
        String[] all = concat(VALUES, ABSENCE);
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            List<Event> events = events(random, 120);
            check(Rules.only(all).read(), events, 0, 1 + random.nextInt(events.size() - 1), "seed " + seed);
        }
    }

    @Test
    void needsToReplayOnlyAsMuchAsTheRulesLookBack() {
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            List<Event> events = events(random, 300);
            int cut = 500 + random.nextInt(200);
            check(Rules.only(VALUES).read(), events, cut - 350, cut, "seed " + seed);
        }
    }

    private static void check(RuleSet rules, List<Event> events, int from, int cut, String seed) {
        List<Transition> before = new ArrayList<>();
        RuleEngine whole = engine(rules, before);
        events.subList(0, cut).forEach(event -> event.tell(whole));
        List<Alert> remembered = active(before);
        int told = before.size();
        events.subList(cut, events.size()).forEach(event -> event.tell(whole));
        List<Transition> expected = before.subList(told, before.size());

        List<Transition> after = new ArrayList<>();
        RuleEngine restored = engine(rules, after);
        restored.restore(remembered);
        events.subList(from, cut).forEach(event -> event.tell(restored));
        restored.awaken(Trial.START);
        assertThat(after).as(seed).isEmpty();
        events.subList(cut, events.size()).forEach(event -> event.tell(restored));
        assertThat(told(after)).as("%s, cut at %d", seed, cut).isEqualTo(told(expected));
    }

    // Without the peak: one before the replay, or before the clock was set back, may be unknown.
    private static List<String> told(List<Transition> transitions) {
        return transitions.stream()
                .map(one -> Trial.shortly(one)
                        + one.alert().id()
                        + one.alert().updated()
                        + one.alert().message())
                .toList();
    }

    @Test
    void withoutAnyReplayWhatFiresGoesOnFiring() {
        RuleSet rules = Rules.only("r.metric=m.v", "r.warning=80", "r.clear.margin=5", "r.for=3s")
                .read();
        Trial before = new Trial(rules);
        before.play("85 85 85 85");
        Trial after = new Trial(rules, before.now());
        after.engine.restore(List.of(before.last()));
        after.engine.awaken(before.now());
        assertThat(after.engine.alerts())
                .singleElement()
                .extracting(Alert::id)
                .isEqualTo(before.last().id());
        assertThat(after.play("78 76 - 75")).isEqualTo("4R");
        assertThat(after.last().since()).isEqualTo(before.last().since());
    }

    @Test
    void anAcknowledgementIsKept() {
        RuleSet rules =
                Rules.only("r.metric=m.v", "r.warning=80", "r.critical=90").read();
        Trial before = new Trial(rules);
        before.play("85");
        Alert acknowledged = before.engine
                .acknowledge(before.last().id(), new Note(before.now(), "ann", ""))
                .orElseThrow();
        Trial after = new Trial(rules, before.now());
        after.engine.restore(List.of(acknowledged));
        after.engine.awaken(before.now());
        after.play("95");
        assertThat(after.last().acknowledged()).isEqualTo(acknowledged.acknowledged());
    }

    @Test
    void whatAPersonResolvedIsNotToldAgain() {
        RuleSet rules = Rules.only("r.metric=m.v", "r.warning=80").read();
        Trial before = new Trial(rules);
        before.play("85");
        before.engine.resolve(before.last().id(), before.now());
        Trial after = new Trial(rules, before.now());
        after.engine.restore(List.of(before.last()));
        after.engine.awaken(before.now());
        assertThat(after.play("85 85 70 85")).isEqualTo("4FW");
    }

    @Test
    void anAlertWhoseRuleHasGoneIsOver() {
        Trial before = new Trial(Rules.only("r.metric=m.v", "r.warning=80").read());
        before.play("85");
        Trial after =
                new Trial(Rules.only("other.metric=m.v", "other.warning=80").read(), before.now());
        after.engine.restore(List.of(before.last()));
        after.engine.awaken(before.now());
        assertThat(after.events()).containsExactly("R:RULE_REMOVED");
        assertThat(after.last().id()).isEqualTo(before.last().id());
    }

    @Test
    void aSilentStreamStaysStaleUntilItSpeaks() {
        RuleSet rules =
                Rules.only("s.metric=*", "s.condition=stale", "s.warning=3").read();
        Trial before = new Trial(rules).expect("m");
        before.play("1 . . . . .");
        Trial after = new Trial(rules, before.now());
        after.engine.restore(List.of(before.last()));
        after.expect("m");
        after.engine.awaken(before.now());
        assertThat(after.play(". . . . . . . . 1")).isEqualTo("9R");
    }

    private static String[] concat(String[] first, String[] second) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }
}
