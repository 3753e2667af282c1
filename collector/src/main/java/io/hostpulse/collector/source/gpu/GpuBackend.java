package io.hostpulse.collector.source.gpu;

import java.util.List;

/** One way to read cards. Used by one thread at a time. */
interface GpuBackend extends AutoCloseable {

    String name();

    /** Reads each card it has ever seen; one that cannot be read says why, and takes nothing from the others. */
    List<CardReading> read();

    /** See {@link io.hostpulse.collector.source.Source#prepareNext}. */
    default void prepareNext() {}

    @Override
    default void close() {}
}
