package io.hostpulse.common.queue.care;

import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.WriterLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Brings a queue back into order without giving up a record that can be read: damaged files are written anew from what is
 * whole in them, and kept in {@code quarantine/}; files of the future, and metadata, are put in order as a writer does it when
 * it starts. Nothing is deleted. It can be interrupted anywhere and done again. Used by one thread.
 */
public final class QueueRepair {

    private static final String HOLDER = "queues repair";

    private final LongSupplier epochNanos;
    private final ChronicleFiles chronicle;

    /**
     * Prepares to repair.
     *
     * @param epochNanos the present time
     */
    public QueueRepair(LongSupplier epochNanos) {
        this(epochNanos, ChronicleFiles.HOURLY);
    }

    QueueRepair(LongSupplier epochNanos, ChronicleFiles chronicle) {
        this.epochNanos = epochNanos;
        this.chronicle = chronicle;
    }

    /**
     * Repairs one queue, unless nothing is wrong with it.
     *
     * @param place the stream
     * @param progress learns how far each verification has come
     * @return what was done, and how the queue is now
     * @throws io.hostpulse.common.queue.WriterPresentException when its writer lives
     * @throws QueueException when a file cannot be read, written or moved
     */
    public RepairResult repair(StreamPlace place, VerifyProgress progress) {
        Path directory = place.directory();
        try {
            QueueReport before = verify(place, progress);
            if (before.isClean()) {
                return new RepairResult(before, List.of(), before);
            }
            RepairSteps steps = new RepairSteps(before, chronicle);
            try (KernelLock lock = WriterLock.acquire(directory, HOLDER)) {
                steps.saveRecords(lock);
            }
            SnapshotAppender.recover(directory, epochNanos, chronicle);
            steps.noteRecovery();
            steps.noteLosses(verify(place, progress), epochNanos.getAsLong());
            return new RepairResult(before, steps.done(), verify(place, progress));
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " was not repaired: " + e, e);
        }
    }

    private QueueReport verify(StreamPlace place, VerifyProgress progress) {
        return new QueueVerifier(epochNanos, chronicle).verify(place, progress);
    }
}
