package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/** Takes the values that a path leads to. */
@FunctionalInterface
public interface ValueSink {

    /**
     * Takes one value.
     *
     * @param dimension which of the things it belongs to, for example {@code path=/home}; empty when the path has no wildcard
     * @param value the value, which may be a missing one
     * @param parent the fields beside it
     */
    void value(String dimension, Value value, Fields parent);
}
