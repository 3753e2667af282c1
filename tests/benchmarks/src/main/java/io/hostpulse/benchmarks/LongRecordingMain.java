package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a long recording of a short one, for measuring what reads it: {@code LongRecordingMain FROM TO HOURS} writes into the data directory
 * TO each regular stream of the data directory FROM, its records over and over, at its interval, for so many hours.
 */
public final class LongRecordingMain {

    private static final long BEGIN = 1_735_862_400_000_000_000L;

    private LongRecordingMain() {}

    /**
     * Writes and says how much.
     *
     * @param args the two data directories, and how many hours
     * @throws IOException when they cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        QueueDirectory from = new QueueDirectory(Path.of(args[0], "queues"));
        QueueDirectory to = new QueueDirectory(Path.of(args[1], "queues"));
        Duration length = Duration.ofHours(Integer.parseInt(args[2]));
        for (StreamName stream : from.streams()) {
            StreamDescriptor descriptor = StreamDescriptor.readFrom(from.of(stream));
            if (!descriptor.interval().isZero()) {
                write(to.of(stream), descriptor, records(from.of(stream)), length);
            }
        }
    }

    private record Recorded(RecordKind kind, byte[] payload) {}

    private static List<Recorded> records(Path directory) {
        List<Recorded> all = new ArrayList<>();
        Collecting collecting = new Collecting(all);
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            while (tail.poll(collecting)) {
                // until the end
            }
        }
        return all;
    }

    private static void write(Path directory, StreamDescriptor descriptor, List<Recorded> records, Duration length) {
        AtomicLong now = new AtomicLong(BEGIN);
        long count = length.dividedBy(descriptor.interval());
        long bytes = 0;
        try (SnapshotAppender appender = SnapshotAppender.open(directory, descriptor, now::get)) {
            for (long i = 0; i < count; i++) {
                Recorded next = records.get((int) (i % records.size()));
                appender.append(next.kind(), now.get(), ByteBuffer.wrap(next.payload()));
                now.addAndGet(descriptor.interval().toNanos());
                bytes += next.payload().length;
            }
        }
        System.out.printf("%s: %d records, %d MB%n", descriptor.name(), count, bytes >> 20);
    }

    private record Collecting(List<Recorded> all) implements TailListener {

        @Override
        public void onRecord(RecordView record) {
            all.add(new Recorded(record.kind(), record.payloadCopy()));
        }

        @Override
        public void onGap(Gap gap) {
            throw new IllegalStateException(gap.toString());
        }

        @Override
        public void onDamage(Damage damage) {
            throw new IllegalStateException(damage.toString());
        }
    }
}
