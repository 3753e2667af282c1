package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.lock.KernelLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The one writer of a stream. It holds the directory's kernel lock for its life, continues the stream's sequence where the
 * last writer stopped, and has the whole record ready before it opens a document, because Chronicle commits whatever a
 * document holds when it is closed. Used by one thread.
 */
public final class SnapshotAppender implements AutoCloseable {

    private final KernelLock lock;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final RecordEncoder encoder = new RecordEncoder();
    private ByteBuffer encoded = ByteBuffer.allocate(0);
    private BytesStore<?, ?> encodedBytes = BytesStore.empty();
    private long lastSequence;

    private SnapshotAppender(KernelLock lock, SingleChronicleQueue queue, long lastSequence) {
        this.lock = lock;
        this.queue = queue;
        this.appender = queue.createAppender();
        this.lastSequence = lastSequence;
    }

    /**
     * Opens a stream for writing and creates it when it is new.
     *
     * @param directory the stream's directory
     * @param descriptor what readers are told about the stream
     * @param epochNanos the clock by which files roll
     * @return the open writer
     * @throws WriterPresentException when another writer lives
     * @throws QueueException when the directory cannot be used
     */
    public static SnapshotAppender open(Path directory, StreamDescriptor descriptor, LongSupplier epochNanos) {
        ChronicleSettings.apply();
        return open(directory, descriptor, epochNanos, ChronicleFiles.HOURLY);
    }

    static SnapshotAppender open(
            Path directory, StreamDescriptor descriptor, LongSupplier epochNanos, ChronicleFiles files) {
        try {
            createPrivately(directory);
            KernelLock lock = WriterLock.acquire(directory, descriptor.writer());
            try {
                return open(lock, directory, descriptor, new QueueClock(epochNanos), files);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " cannot be opened for writing: " + e, e);
        }
    }

    private static SnapshotAppender open(
            KernelLock lock, Path directory, StreamDescriptor descriptor, QueueClock clock, ChronicleFiles files)
            throws IOException {
        SingleChronicleQueue queue = files.openForWriting(directory, clock);
        try {
            clock.notBefore(startOfNewestFile(queue));
            SnapshotAppender appender = new SnapshotAppender(lock, queue, LastSequence.in(queue));
            descriptor.writeTo(directory);
            return appender;
        } catch (IOException | RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    // Queue files may hold command lines and addresses: for their owner only.
    private static void createPrivately(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static long startOfNewestFile(SingleChronicleQueue queue) {
        int newest = queue.lastCycle();
        return newest == Integer.MIN_VALUE
                ? 0
                : queue.epoch() + (long) newest * queue.rollCycle().lengthInMillis();
    }

    /**
     * Appends one record. When this returns, the record survives the death of any process.
     *
     * @param kind what the payload is about
     * @param sampleTime epoch nanoseconds
     * @param payload a UTF-8 JSON object; the bytes between position and limit are consumed
     * @return the record's sequence number
     * @throws QueueException when the record was not written; its sequence number will be used again
     */
    public long append(RecordKind kind, long sampleTime, ByteBuffer payload) {
        long sequence = lastSequence + 1;
        ByteBuffer record = encoder.encode(kind, sampleTime, sequence, payload);
        copy(bytesOf(record), record.limit(), sequence);
        lastSequence = sequence;
        return sequence;
    }

    private void copy(BytesStore<?, ?> record, int length, long sequence) {
        try (DocumentContext document = appender.writingDocument()) {
            try {
                document.wire().bytes().write(record, 0L, length);
            } catch (RuntimeException e) {
                document.rollbackOnClose();
                throw new QueueException("record " + sequence + " was not written to " + queue.file() + ": " + e, e);
            }
        }
    }

    // The encoder keeps its buffer until it must grow, so wrapping it is rare.
    private BytesStore<?, ?> bytesOf(ByteBuffer record) {
        if (record != encoded) {
            encoded = record;
            encodedBytes = BytesStore.wrap(record);
        }
        return encodedBytes;
    }

    /**
     * Tells how far the stream has come.
     *
     * @return the sequence of the newest record; 0 when there is none
     */
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public void close() {
        queue.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new QueueException("lock of " + queue.file() + " was not released: " + e, e);
        }
    }
}
