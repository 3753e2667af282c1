package io.hostpulse.common.queue.care;

import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.WriterLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Brings a queue back into order without giving up a record that can be read: damaged files are written anew from what is
 * whole in them, and kept in {@code quarantine/}. Nothing is deleted. It can be interrupted anywhere and done again. Used by
 * one thread.
 */
public final class QueueRepair {

    private final LongSupplier epochNanos;
    private final ChronicleFiles files;

    /**
     * Prepares to repair.
     *
     * @param epochNanos the present time
     */
    public QueueRepair(LongSupplier epochNanos) {
        this(epochNanos, ChronicleFiles.HOURLY);
    }

    QueueRepair(LongSupplier epochNanos, ChronicleFiles files) {
        this.epochNanos = epochNanos;
        this.files = files;
    }

    /**
     * Repairs one queue, unless nothing is wrong with it.
     *
     * @param directory the queue's directory
     * @param seen the newest record that any reader has seen; 0 when that is unknown
     * @param progress learns how far each verification has come
     * @return what was done, and how the queue is now
     * @throws io.hostpulse.common.queue.WriterPresentException when its writer lives
     * @throws QueueException when a file cannot be read, written or moved
     */
    public RepairResult repair(Path directory, long seen, VerifyProgress progress) {
        try (KernelLock lock = WriterLock.acquire(directory, "queues repair")) {
            return new RepairRun(directory, seen, files, epochNanos, progress).run(lock);
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " was not repaired: " + e, e);
        }
    }
}
