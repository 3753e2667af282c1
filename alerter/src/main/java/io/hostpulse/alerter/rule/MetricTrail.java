package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.MetricReader;
import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds in snapshots the values that one alert is about. Not thread-safe. */
public final class MetricTrail {

    private final Rule rule;
    private final StreamName stream;
    private final String dimension;
    private final MetricReader reader;

    MetricTrail(Rule rule, StreamName stream, AlertKey key) {
        this.rule = rule;
        this.stream = stream;
        this.dimension = Dimension.inside(rule, key, stream);
        this.reader = new MetricReader(rule.metric(), rule.by());
    }

    /**
     * Names the stream whose snapshots have the values.
     *
     * @return its name
     */
    public StreamName stream() {
        return stream;
    }

    /**
     * Tells what the values are.
     *
     * @return the path of the metric, for example {@code disk.mounts[*].percentage}
     */
    public String metric() {
        return rule.metric().toString();
    }

    /**
     * Tells whether the rule is about data that does not come, so that there are no values.
     *
     * @return whether it is
     */
    public boolean isAboutAbsence() {
        return rule.comparison().isAboutAbsence();
    }

    /**
     * Tells whether the values are in the unit of the alert's own; a counter is not in that of its rate.
     *
     * @return whether they can be shown beside it
     */
    public boolean isComparable() {
        WindowFunction function = rule.measure().function();
        boolean other = function instanceof WindowFunction.Rate
                || function instanceof WindowFunction.Change
                || function instanceof WindowFunction.TimeUntil;
        return !other && !isAboutAbsence();
    }

    /**
     * Names the rule, whose alerts all have their values in the same places.
     *
     * @return its name
     */
    public String rule() {
        return rule.name();
    }

    /**
     * Tells which of the values in a snapshot are the alert's.
     *
     * @return the key in {@link #values}
     */
    public String dimension() {
        return dimension;
    }

    /**
     * Finds the values of all things that the rule is about, so that alerts of one rule need only one look.
     *
     * @param snapshot the stream's fields
     * @return the numbers by dimension; what is missing, or no number, is not there
     */
    public Map<String, Double> values(Fields snapshot) {
        Map<String, Double> values = new HashMap<>();
        // Of two things with one name the first counts, as for the rule.
        reader.read(snapshot, (where, value, parent) -> number(value)
                .ifPresent(number -> values.putIfAbsent(where, number)));
        return values;
    }

    private static OptionalDouble number(Value value) {
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        return value instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }
}
