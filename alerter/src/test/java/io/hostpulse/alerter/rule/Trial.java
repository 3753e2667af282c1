package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An engine, stepped by hand: each step is a second, in which a record may come. */
final class Trial {

    static final long START = 1_735_899_330_000_000_000L;
    static final long SECOND = 1_000_000_000L;

    final List<Transition> transitions = new ArrayList<>();
    final RuleEngine engine;
    private final Map<StreamName, Long> sequences = new TreeMap<>();
    private long now = START;
    private int told;

    Trial(RuleSet rules) {
        this(rules, START);
    }

    Trial(RuleSet rules, long start) {
        engine = new RuleEngine(rules, "atlas", transitions::add);
        now = start;
        engine.tick(now);
    }

    static Trial of(Rule... rules) {
        return new Trial(RuleSet.of(List.of(rules)));
    }

    Trial expect(String stream) {
        engine.expect(new StreamName(stream), Duration.ofSeconds(1));
        return this;
    }

    long now() {
        return now;
    }

    void go(Duration time) {
        now += time.toNanos();
    }

    void tick(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now += SECOND;
            engine.tick(now);
        }
    }

    /** A record of a stream, one second after what was before. */
    void record(String stream, Reading reading) {
        now += SECOND;
        engine.tick(now);
        again(stream, reading);
    }

    /** A record at the same moment as what was before. */
    void again(String stream, Reading reading) {
        StreamName name = new StreamName(stream);
        engine.sample(name, now, sequences.merge(name, 1L, Long::sum), reading);
    }

    void value(String stream, String field, double value) {
        record(stream, ok(field, new Value.Real(value)));
    }

    static Reading ok(String field, Value value) {
        return new Reading.Ok(Fields.builder().put(field, value).build());
    }

    /**
     * One step of a table for the metric m.v: a number, a word, or {@code -} for null, {@code x} for no such field, {@code !} for a
     * failed reading, {@code .} for no record.
     */
    void step(String token) {
        switch (token) {
            case "." -> tick(1);
            case "-" -> record("m", ok("v", new Value.Missing("no sensor")));
            case "x" -> record("m", ok("other", new Value.Whole(1)));
            case "!" -> record("m", new Reading.Failed("broken"));
            case "true", "false" -> record("m", ok("v", new Value.Flag(Boolean.parseBoolean(token))));
            default -> record("m", ok("v", value(token)));
        }
    }

    private static Value value(String token) {
        return token.matches("-?[0-9.]+") ? new Value.Real(Double.parseDouble(token)) : new Value.Text(token);
    }

    /** What the values of a table come to: at which step what happened. */
    String play(String tokens) {
        List<String> happened = new ArrayList<>();
        String[] steps = tokens.strip().split("\\s+", -1);
        for (int index = 0; index < steps.length; index++) {
            step(steps[index]);
            for (String event : events()) {
                happened.add((index + 1) + event);
            }
        }
        return String.join(" ", happened);
    }

    /** What has happened since it was asked last, in short. */
    List<String> events() {
        List<String> events = transitions.subList(told, transitions.size()).stream()
                .map(Trial::shortly)
                .toList();
        told = transitions.size();
        return events;
    }

    List<String> eventsWithDimension() {
        List<String> events = transitions.subList(told, transitions.size()).stream()
                .map(one -> shortly(one) + "(" + one.alert().key() + ")")
                .toList();
        told = transitions.size();
        return events;
    }

    Alert last() {
        return transitions.get(transitions.size() - 1).alert();
    }

    static String shortly(Transition transition) {
        String level = letter(transition.alert().level());
        if (transition instanceof Transition.Resolved resolved) {
            return resolved.why() == ResolveReason.CLEARED ? "R" : "R:" + resolved.why();
        }
        if (transition instanceof Transition.LevelChanged changed) {
            return "L" + letter(changed.before()) + level;
        }
        if (transition instanceof Transition.PendingBegan) {
            return "p";
        }
        if (transition instanceof Transition.PendingEnded) {
            return "e";
        }
        if (transition instanceof Transition.FlappingBegan) {
            return "B" + level;
        }
        return (transition instanceof Transition.FlappingEnded ? "E" : "F") + level;
    }

    private static String letter(AlertLevel level) {
        return level.name().substring(0, 1);
    }

    static String[] settings(String rule, String settings) {
        return Arrays.stream(settings.strip().split("\\s*;\\s*", -1))
                .map(setting -> rule + "." + setting)
                .toArray(String[]::new);
    }
}
