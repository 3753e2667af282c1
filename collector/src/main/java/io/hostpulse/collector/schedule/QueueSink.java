package io.hostpulse.collector.schedule;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.queue.SnapshotAppender;

/** Writes snapshots to their stream. The payload is ready before the queue is touched. */
record QueueSink(SnapshotAppender appender, PayloadWriter writer) implements SnapshotSink {

    @Override
    public void accept(Snapshot snapshot) {
        appender.append(
                PayloadWriter.kindOf(snapshot.reading()), snapshot.sampleTime(), writer.write(snapshot.reading()));
    }

    @Override
    public void close() {
        appender.close();
    }
}
