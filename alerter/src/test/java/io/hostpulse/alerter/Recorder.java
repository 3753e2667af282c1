package io.hostpulse.alerter;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.RetentionLimits;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SpaceLimits;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.Upkeep;
import io.hostpulse.common.queue.WriterLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Writes a data directory in a time of its own, as collectors and an alerter would. */
public final class Recorder implements AutoCloseable {

    public static final long SECOND = 1_000_000_000L;

    private static final Upkeep QUIET = new Upkeep() {
        @Override
        public void onCondition(String condition) {}

        @Override
        public void onRefused() {}

        @Override
        public void onRemoved(long bytes) {}

        @Override
        public void onOverrun(Overrun overrun) {}
    };

    private final DataDirectory data;
    private final Map<String, SnapshotAppender> streams = new HashMap<>();
    private long now;

    public Recorder(DataDirectory data, long begin) {
        this.data = data;
        this.now = begin;
    }

    public long now() {
        return now;
    }

    public void goOn(long nanos) {
        now += nanos;
    }

    public void record(String stream, Duration interval, String json) {
        append(stream, interval, RecordKind.OK, json);
    }

    public void append(String stream, Duration interval, RecordKind kind, String payload) {
        streams.computeIfAbsent(stream, name -> open(name, interval))
                .append(kind, now, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private SnapshotAppender open(String stream, Duration interval) {
        StreamName name = new StreamName(stream);
        return SnapshotAppender.open(
                data.queues().resolve(stream), new StreamDescriptor(name, interval, "collector-" + stream), () -> now);
    }

    /** What the alerter writes. */
    public StreamWriter journal() {
        StreamName name = new StreamName("alerts");
        StreamPlace place = new StreamPlace(new QueueDirectory(data.queues()), data.cursors(), name);
        WriterLimits limits = new WriterLimits(
                new RetentionLimits(Duration.ofDays(90), Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(7)),
                new SpaceLimits(0, 0),
                Duration.ZERO);
        return StreamWriter.open(place, new StreamDescriptor(name, Duration.ZERO, "alerter"), limits, QUIET, () -> now);
    }

    @Override
    public void close() {
        streams.values().forEach(SnapshotAppender::close);
    }
}
