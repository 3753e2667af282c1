package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.nio.file.Path;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/**
 * Reads one stream in order, read-only, at its own pace. It checks every record's checksum and sequence: what is missing or
 * damaged is told, what comes twice is dropped. It allocates nothing for a record that is no longer than those before it. Used
 * by one thread.
 */
public final class SnapshotTail implements AutoCloseable {

    private static final long UNKNOWN = 0;

    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final DocumentBytes document = new DocumentBytes();
    private final RecordView record = new RecordView();
    private long expected;
    private long deliveredSequence;
    private long deliveredIndex;

    private SnapshotTail(SingleChronicleQueue queue, ExcerptTailer tailer, Position delivered) {
        this.queue = queue;
        this.tailer = tailer;
        this.deliveredSequence = delivered.sequence();
        this.deliveredIndex = delivered.index();
        this.expected = delivered.sequence() == 0 ? UNKNOWN : delivered.sequence() + 1;
    }

    /**
     * Opens a stream behind its newest record: only what comes from now on is delivered.
     *
     * @param directory the stream's directory
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromEnd(Path directory) {
        return open(directory, ChronicleFiles.HOURLY, Position.START, (queue, tailer) -> tailer.toEnd());
    }

    /**
     * Opens a stream at the last few records.
     *
     * @param directory the stream's directory
     * @param count how many of the newest records to begin with
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromLast(Path directory, int count) {
        return fromLast(directory, count, ChronicleFiles.HOURLY);
    }

    static SnapshotTail fromLast(Path directory, int count, ChronicleFiles files) {
        return open(directory, files, Position.START, (queue, tailer) -> Seek.back(tailer, count));
    }

    /**
     * Opens a stream at a time.
     *
     * @param directory the stream's directory
     * @param epochNanos the first record delivered is the oldest one whose sample time is not before this
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromTime(Path directory, long epochNanos) {
        return fromTime(directory, epochNanos, ChronicleFiles.HOURLY);
    }

    static SnapshotTail fromTime(Path directory, long epochNanos, ChronicleFiles files) {
        return open(directory, files, Position.START, (queue, tailer) -> Seek.toTime(queue, tailer, epochNanos));
    }

    /**
     * Opens a stream behind a consumer's last position, or at its oldest record. What was removed in the meantime is told as
     * a gap.
     *
     * @param directory the stream's directory
     * @param position the last record the consumer is done with; {@link Position#START} for everything there is
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail after(Path directory, Position position) {
        return after(directory, position, ChronicleFiles.HOURLY);
    }

    static SnapshotTail after(Path directory, Position position, ChronicleFiles files) {
        return open(directory, files, position, (queue, tailer) -> {
            // The record at the position itself comes first and is dropped as seen before.
            if (position.sequence() == 0 || !tailer.moveToIndex(position.index())) {
                Seek.toStart(queue, tailer);
            }
        });
    }

    private static SnapshotTail open(Path directory, ChronicleFiles files, Position position, Start start) {
        ChronicleSettings.apply();
        SingleChronicleQueue queue = openQueue(directory, files);
        ExcerptTailer tailer = queue.createTailer();
        start.move(queue, tailer);
        return new SnapshotTail(queue, tailer, position);
    }

    private static SingleChronicleQueue openQueue(Path directory, ChronicleFiles files) {
        if (!StreamDescriptor.isIn(directory)) {
            throw new QueueException("there is no stream in " + directory + ": its writer has not started yet");
        }
        return files.openForReading(directory);
    }

    /**
     * Delivers the next record, if there is one. When the listener throws, the record counts as delivered; a consumer that
     * must not lose it does not save {@link #delivered()} and opens the tail again.
     *
     * @param listener takes the record and what is missing before it
     * @return whether there was a record, whole or not; when false, the end is reached
     */
    public boolean poll(TailListener listener) {
        if (!document.readNext(tailer)) {
            return false;
        }
        if (isWhole(listener)) {
            deliver(listener);
        }
        return true;
    }

    private boolean isWhole(TailListener listener) {
        try {
            record.wrap(document.bytes());
            return true;
        } catch (RecordFormatException e) {
            listener.onDamage(document.index(), e.getMessage());
            return false;
        }
    }

    private void deliver(TailListener listener) {
        long sequence = record.sequence();
        if (expected != UNKNOWN && sequence < expected) {
            return;
        }
        if (expected != UNKNOWN && sequence > expected) {
            listener.onGap(new Gap(expected, sequence - 1));
        }
        expected = sequence + 1;
        deliveredSequence = sequence;
        deliveredIndex = document.index();
        listener.onRecord(record);
    }

    /**
     * Tells where this tail stands.
     *
     * @return the last record delivered
     */
    public Position delivered() {
        return new Position(deliveredSequence, deliveredIndex);
    }

    @Override
    public void close() {
        queue.close();
    }

    @FunctionalInterface
    private interface Start {
        void move(SingleChronicleQueue queue, ExcerptTailer tailer);
    }
}
