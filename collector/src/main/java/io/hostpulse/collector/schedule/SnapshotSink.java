package io.hostpulse.collector.schedule;

import io.hostpulse.common.model.Snapshot;

/** Where snapshots go. Used by the sampler's thread. */
interface SnapshotSink extends AutoCloseable {

    /** Takes a snapshot and tells whether it was written. */
    boolean accept(Snapshot snapshot);

    @Override
    void close();
}
