package io.hostpulse.collector.source.disk;

import java.io.IOException;
import java.util.List;

/** Acquires mounts and counters. Space is asked separately, because asking may hang. Used by one thread. */
interface Disks extends AutoCloseable {

    List<Mount> mounts() throws IOException;

    List<DeviceCounters> devices() throws IOException;

    /** Whether {@link DeviceCounters#waitMillis} is counted here. */
    boolean countsWaiting();

    @Override
    default void close() {}
}
