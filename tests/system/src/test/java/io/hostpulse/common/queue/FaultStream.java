package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;

/**
 * A stream whose files roll every second, so that a fault campaign meets in minutes the rolls of days. It lies in the queue's
 * package because nobody else may choose how long a file is written.
 */
public final class FaultStream {

    private static final ChronicleFiles SECONDLY = new ChronicleFiles(TestRollCycles.TEST_SECONDLY);

    private FaultStream() {}

    /**
     * Opens a stream for writing.
     *
     * @param directory the stream's directory
     * @param epochNanos the clock by which files roll
     * @return the open writer
     */
    public static SnapshotAppender writer(Path directory, LongSupplier epochNanos) {
        return SnapshotAppender.open(directory, descriptor(), new QueueClock(epochNanos, System::nanoTime), SECONDLY);
    }

    /**
     * Opens a stream for writing whose files roll every hour, as in production.
     *
     * @param directory the stream's directory
     * @param epochNanos the clock by which files roll
     * @param monotonicNanos the clock that nobody sets
     * @return the open writer
     */
    public static SnapshotAppender hourlyWriter(Path directory, LongSupplier epochNanos, LongSupplier monotonicNanos) {
        QueueClock clock = new QueueClock(epochNanos, monotonicNanos);
        return SnapshotAppender.open(directory, descriptor(), clock, ChronicleFiles.HOURLY);
    }

    private static StreamDescriptor descriptor() {
        return new StreamDescriptor(new StreamName("faults"), Duration.ofMillis(5), "fault-writer");
    }

    /**
     * Opens a stream for reading.
     *
     * @param directory the stream's directory
     * @param position the last record the reader is done with
     * @return the open tail
     */
    public static SnapshotTail tail(Path directory, Position position) {
        return SnapshotTail.after(directory, position, SECONDLY);
    }

    /**
     * Tells whether a writer died while it held Chronicle's own lock.
     *
     * @param directory a stream's directory whose writer is dead
     * @return whether the lock still names it
     */
    public static boolean writeLockIsHeld(Path directory) {
        ChronicleSettings.apply();
        try (SingleChronicleQueue queue =
                SingleChronicleQueueBuilder.binary(directory).readOnly(true).build()) {
            return queue.tableStoreGet("chronicle.write.lock") != Long.MIN_VALUE;
        }
    }
}
