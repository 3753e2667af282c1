package io.hostpulse.collector.schedule;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.DiskFailedException;
import io.hostpulse.common.queue.StreamWriter;
import java.nio.ByteBuffer;

/** Writes snapshots to their stream. The payload is ready before the queue is touched. */
record QueueSink(StreamWriter stream, PayloadWriter writer) implements SnapshotSink {

    @Override
    public boolean accept(Snapshot snapshot) {
        return append(
                PayloadWriter.kindOf(snapshot.reading()), snapshot.sampleTime(), writer.write(snapshot.reading()));
    }

    @Override
    public boolean stopped(long sampleTime, Stop stop) {
        return append(RecordKind.UNAVAILABLE, sampleTime, writer.write(stop.record()));
    }

    private boolean append(RecordKind kind, long sampleTime, ByteBuffer payload) {
        try {
            return stream.append(kind, sampleTime, payload);
        } catch (DiskFailedException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
