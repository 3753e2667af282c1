package io.hostpulse.collector.source.processor;

import io.hostpulse.common.model.Value;
import java.io.IOException;

/** Acquires the raw numbers of the processor. Used by one thread. */
interface Processor extends AutoCloseable {

    CpuTimes times() throws IOException;

    LoadAverages load() throws IOException;

    Frequency frequency();

    /** The number of physical cores; it does not change while a machine runs. */
    Value physicalCores();

    /** Whether iowait and steal are told apart from idle here; where they are not, 0 would be a lie. */
    boolean tellsWaiting();

    @Override
    default void close() {}
}
