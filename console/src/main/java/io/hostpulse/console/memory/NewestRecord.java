package io.hostpulse.console.memory;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.console.payload.Reasons;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The newest record of a stream.
 *
 * @param time when it was sampled, epoch nanoseconds
 * @param interval how often there should be one
 * @param fields what it holds; empty when it holds no data
 * @param reason why it holds no data; empty when it does
 */
public record NewestRecord(long time, Duration interval, Fields fields, Optional<String> reason) {

    /** What a record may be late beyond its interval, as in {@code hostpulse status}. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * Reads it.
     *
     * @param data the data directory
     * @param stream the stream
     * @return the record; empty when the stream is not there or has none yet
     * @throws IOException when the stream is there and cannot be read
     */
    public static Optional<NewestRecord> of(DataDirectory data, StreamName stream) throws IOException {
        Path directory = new QueueDirectory(data.queues()).of(stream);
        if (!StreamDescriptor.isIn(directory)) {
            return Optional.empty();
        }
        Duration interval = StreamDescriptor.readFrom(directory).interval();
        Last last = new Last(interval);
        try (SnapshotTail tail = SnapshotTail.fromLast(directory, 1)) {
            while (tail.poll(last)) {
                continue;
            }
        }
        return last.found;
    }

    /**
     * Tells its age.
     *
     * @param now the present time in epoch nanoseconds
     * @return nanoseconds since it was sampled
     */
    public long age(long now) {
        return now - time;
    }

    /**
     * Tells whether a newer one should be there.
     *
     * @param now the present time in epoch nanoseconds
     * @return whether it is older than two intervals and 2 s
     */
    public boolean isStale(long now) {
        return age(now) > interval.multipliedBy(2).plus(TOLERANCE).toNanos();
    }

    private static final class Last implements TailListener {

        private final Duration interval;
        private Optional<NewestRecord> found = Optional.empty();

        Last(Duration interval) {
            this.interval = interval;
        }

        @Override
        public void onRecord(RecordView record) {
            byte[] payload = record.payloadCopy();
            found = Optional.of(
                    record.kind() == RecordKind.OK
                            ? new NewestRecord(
                                    record.sampleTime(),
                                    interval,
                                    Reasons.restore(new PayloadReader().read(payload)),
                                    Optional.empty())
                            : new NewestRecord(
                                    record.sampleTime(), interval, Fields.NONE, Optional.of(Reason.in(payload))));
        }

        @Override
        public void onGap(Gap gap) {}

        @Override
        public void onDamage(Damage damage) {}
    }
}
