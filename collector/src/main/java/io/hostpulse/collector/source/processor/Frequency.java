package io.hostpulse.collector.source.processor;

import io.hostpulse.common.model.Value;
import java.io.IOException;

/**
 * The clock of the cores.
 *
 * @param current the mean over the cores that were asked, in MHz
 * @param max what the fastest core may reach, in MHz
 */
record Frequency(Value current, Value max) {

    /** Where the frequency comes from on this host. */
    interface Gauge extends AutoCloseable {

        Frequency read() throws IOException;

        @Override
        default void close() {}
    }
}
