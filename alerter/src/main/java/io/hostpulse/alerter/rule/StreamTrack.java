package io.hostpulse.alerter.rule;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One stream and the rules that look at it. Not thread-safe. */
final class StreamTrack {

    private final StreamName name;
    private final EngineClock engine;
    private final String host;
    private final Consumer<Transition> transitions;
    private final StreamClock clock = new StreamClock();
    private List<RuleTrack> rules = List.of();
    private List<RuleTrack> timed = List.of();

    StreamTrack(StreamName name, EngineClock engine, String host, Consumer<Transition> transitions) {
        this.name = name;
        this.engine = engine;
        this.host = host;
        this.transitions = transitions;
    }

    StreamName name() {
        return name;
    }

    void interval(Duration interval) {
        clock.interval(interval);
        timed.forEach(RuleTrack::awaitRecord);
    }

    void sample(long sampleTime, long sequence, Reading reading) {
        if (clock.advance(sampleTime, sequence)) {
            for (RuleTrack rule : rules) {
                rule.sample(reading);
            }
        }
    }

    void tick(long now) {
        for (RuleTrack rule : timed) {
            rule.tick(now);
        }
    }

    List<RuleTrack> rules() {
        return rules;
    }

    /** Goes over to other rules: equal ones go on, changed ones too as far as they measure the same, the rest ends. */
    void follow(RuleSet newRules, long now) {
        Map<String, RuleTrack> before = new HashMap<>();
        rules.forEach(track -> before.put(track.rule().name(), track));
        List<RuleTrack> next = new ArrayList<>();
        for (Rule rule : newRules.all()) {
            if (rule.metric().matches(name)) {
                next.add(takeOver(rule, before.remove(rule.name()), now));
            }
        }
        before.forEach((rule, track) -> track.end(reason(newRules, rule), now));
        rules = List.copyOf(next);
        timed = rules.stream().filter(RuleTrack::isTimed).toList();
        if (clock.interval() > 0) {
            timed.forEach(RuleTrack::awaitRecord);
        }
    }

    private static ResolveReason reason(RuleSet rules, String name) {
        return rules.find(name).isPresent() ? ResolveReason.RULE_CHANGED : ResolveReason.RULE_REMOVED;
    }

    private RuleTrack takeOver(Rule rule, RuleTrack before, long now) {
        if (before != null && before.rule().equals(rule)) {
            return before;
        }
        if (before != null && before.rule().measuresLike(rule)) {
            return before.under(rule);
        }
        if (before != null) {
            before.end(ResolveReason.RULE_CHANGED, now);
        }
        return new RuleTrack(rule, name, clock, engine, host, transitions);
    }
}
