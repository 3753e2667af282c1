package io.hostpulse.collector.schedule;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.DiskFailedException;
import io.hostpulse.common.queue.StreamWriter;

/** Writes snapshots to their stream. The payload is ready before the queue is touched. */
record QueueSink(StreamWriter stream, PayloadWriter writer) implements SnapshotSink {

    @Override
    public boolean accept(Snapshot snapshot) {
        try {
            return stream.append(
                    PayloadWriter.kindOf(snapshot.reading()), snapshot.sampleTime(), writer.write(snapshot.reading()));
        } catch (DiskFailedException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
