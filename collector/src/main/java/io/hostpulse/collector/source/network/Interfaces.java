package io.hostpulse.collector.source.network;

import java.io.IOException;
import java.util.List;

/** Acquires the counters of the interfaces and the state of their links. Used by one thread. */
interface Interfaces extends AutoCloseable {

    List<InterfaceCounters> counters() throws IOException;

    LinkState link(String name);

    @Override
    default void close() {}
}
