package io.hostpulse.collector.source.measure;

import java.io.IOException;
import java.util.Map;

/** Reads numbers by name, counters and others. Used by one thread. */
@FunctionalInterface
public interface Numbers extends AutoCloseable {

    /**
     * Reads them.
     *
     * @return the numbers by name; those that this host does not tell are absent
     * @throws IOException when they cannot be read
     */
    Map<String, Long> read() throws IOException;

    @Override
    default void close() {}
}
