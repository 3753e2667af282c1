package io.hostpulse.collector.source.memory;

import java.io.IOException;

/** Acquires the amounts of memory. Used by one thread. */
interface Memory extends AutoCloseable {

    MemoryAmounts read() throws IOException;

    @Override
    default void close() {}
}
