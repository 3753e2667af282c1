package io.hostpulse.collector.source.processor;

import io.hostpulse.common.model.Value;

/**
 * The clock of the cores.
 *
 * @param current the mean over the cores that were asked, in MHz
 * @param limits between what it moves
 * @param cores the clock of each core
 */
record Frequency(Value current, ClockLimits limits, CoreClocks cores) {

    /** Where the frequency comes from on this host. What cannot be read is missing with its reason; it never fails. */
    interface Gauge extends AutoCloseable {

        Frequency read();

        @Override
        default void close() {}
    }
}
