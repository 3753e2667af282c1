package io.hostpulse.collector.source.system;

import java.io.IOException;
import java.util.List;

/** Acquires what is known about the host. Used by one thread. */
interface Host extends AutoCloseable {

    HostIdentity identity();

    HostState state() throws IOException;

    /** Those who are logged in. The exception's message says why they are not known. */
    List<Session> sessions() throws IOException;

    @Override
    default void close() {}
}
