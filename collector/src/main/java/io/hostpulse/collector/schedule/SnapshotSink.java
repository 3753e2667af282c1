package io.hostpulse.collector.schedule;

import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.monitoring.Stop;

/** Where snapshots go. Used by the sampler's thread. */
interface SnapshotSink extends AutoCloseable {

    /** Takes a snapshot and tells whether it was written. */
    boolean accept(Snapshot snapshot);

    /** Takes what stands in the place of a sample that nobody took, and tells whether it was written. */
    boolean stopped(long sampleTime, Stop stop);

    @Override
    void close();
}
