package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules that are in force, checked, in their order. Immutable. */
public final class RuleSet {

    private final Map<String, Rule> rules;

    private RuleSet(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    static RuleSet of(List<Rule> rules) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        return new RuleSet(byName);
    }

    /**
     * Lists the rules.
     *
     * @return their names, in order
     */
    public List<String> names() {
        return List.copyOf(rules.keySet());
    }

    /**
     * Lists the limits of a rule.
     *
     * @param rule its name
     * @return them by level; empty when there is no such rule
     */
    public Map<AlertLevel, Limit> limits(String rule) {
        return find(rule).map(Rule::limits).orElse(Map.of());
    }

    /**
     * Replaces one threshold. Its hysteresis keeps its distance.
     *
     * @param rule the rule's name
     * @param level one of the levels that it has
     * @param value the new threshold in the metric's unit; seconds for times
     * @return the rules with it
     * @throws IllegalArgumentException when there is no such rule or level, or the threshold would be on the wrong side of
     *     another one; the message says what to do
     */
    public RuleSet withThreshold(String rule, AlertLevel level, double value) {
        Rule old = find(rule).orElseThrow(() -> new IllegalArgumentException("there is no rule '" + rule + "'"));
        if (!(old.limits().get(level) instanceof Limit.Number)) {
            throw new IllegalArgumentException("the rule '" + rule + "' has no number as threshold for " + level);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a threshold must be a finite number");
        }
        Condition condition = old.condition().with(level, value);
        LimitCheck.problem(condition).ifPresent(problem -> {
            throw new IllegalArgumentException("the rule '" + rule + "': " + problem);
        });
        List<Rule> changed = new ArrayList<>(rules.values());
        changed.replaceAll(one -> one.equals(old) ? old.with(condition) : one);
        return of(changed);
    }

    /**
     * Finds the values that an alert is about.
     *
     * @param key what names the alert
     * @return where its values are; nothing when its rule is no longer there, or not about such a stream
     */
    public Optional<MetricTrail> trail(AlertKey key) {
        return find(key.rule())
                .flatMap(rule -> Dimension.stream(rule, key).map(stream -> new MetricTrail(rule, stream, key)));
    }

    /**
     * Tells how far back the rules look: an engine that has seen this much of a stream knows what one knows that never stopped.
     *
     * @param stream the stream
     * @param interval the time between two of its samples, for what is counted in samples
     * @return the longest time of all rules that look at it
     */
    public Duration reach(StreamName stream, Duration interval) {
        return rules.values().stream()
                .filter(rule -> rule.metric().matches(stream))
                .map(rule -> Reach.of(rule, interval))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * Describes the rules to people.
     *
     * @return one for each, in their order
     */
    public List<RuleDescription> describe() {
        return rules.values().stream().map(RuleDescription::of).toList();
    }

    List<Rule> all() {
        return List.copyOf(rules.values());
    }

    Optional<Rule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSet set && set.all().equals(all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }
}
