package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.Bytes;
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
    private final CursorFile end;
    private final WrittenFile written;
    private final RecordEncoder encoder = new RecordEncoder();
    private ByteBuffer encoded = ByteBuffer.allocate(0);
    private BytesStore<?, ?> encodedBytes = BytesStore.empty();
    private long lastSequence;

    private SnapshotAppender(
            KernelLock lock, SingleChronicleQueue queue, RollFiles files, CursorFile end, long lastSequence) {
        this.lock = lock;
        this.queue = queue;
        this.appender = queue.createAppender();
        this.written = new WrittenFile(files, appender::cycle);
        this.end = end;
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
     * @throws NetworkFilesystemException when the directory is not on a local disk
     * @throws QueueException when the directory cannot be used
     */
    public static SnapshotAppender open(Path directory, StreamDescriptor descriptor, LongSupplier epochNanos) {
        return open(directory, descriptor, new QueueClock(epochNanos, System::nanoTime), ChronicleFiles.HOURLY);
    }

    static SnapshotAppender open(Path directory, StreamDescriptor descriptor, QueueClock clock, ChronicleFiles files) {
        ChronicleSettings.apply();
        try {
            createPrivately(directory);
            NetworkFilesystems.refuse(directory);
            KernelLock lock = WriterLock.acquire(directory, descriptor.writer());
            try {
                return open(lock, directory, descriptor, clock, files);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " cannot be opened for writing: " + e, e);
        }
    }

    /**
     * Does what a writer does before its first record, and stops there: what it would stumble over is moved to quarantine, and
     * the whole records of that are written again.
     *
     * @param directory the stream's directory
     * @param epochNanos the clock by which files roll
     * @param files how they roll
     * @throws WriterPresentException when a writer lives
     * @throws QueueException when the directory cannot be used
     */
    public static void recover(Path directory, LongSupplier epochNanos, ChronicleFiles files) {
        try {
            QueueClock clock = new QueueClock(epochNanos, System::nanoTime);
            open(directory, StreamDescriptor.readFrom(directory), clock, files).close();
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " cannot be put in order: " + e, e);
        }
    }

    private static SnapshotAppender open(
            KernelLock lock, Path directory, StreamDescriptor descriptor, QueueClock clock, ChronicleFiles files)
            throws IOException {
        RollFiles rollFiles = new RollFiles(directory, files.rollCycle());
        List<Path> toWriteAgain = new QueueRecovery(rollFiles).recover(clock.currentTimeMillis());
        long lastInFiles = StreamEnd.sequence(rollFiles);
        SingleChronicleQueue queue = files.openForWriting(directory, clock);
        try {
            clock.notBefore(startOfNewestFile(queue));
            CursorFile end = CursorFile.open(directory.resolve(HighestGiven.FILE_NAME));
            SnapshotAppender appender = new SnapshotAppender(lock, queue, rollFiles, end, lastInFiles);
            appender.writeAgain(toWriteAgain, new Quarantine(directory));
            descriptor.writeTo(directory);
            return appender;
        } catch (IOException | RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    /**
     * Writes the whole records of files that were set aside, with the numbers they had, and then goes on behind the highest
     * number that was ever given: readers may have seen records that are damaged now, so their numbers must not be given to
     * others.
     */
    private void writeAgain(List<Path> files, Quarantine quarantine) throws IOException {
        for (Path file : files) {
            try (RollFileReader reader = RollFileReader.of(file)) {
                writeAgain(reader);
            }
            quarantine.saved(file);
        }
        lastSequence = Math.max(lastSequence, end.position().sequence());
    }

    private void writeAgain(RollFileReader reader) throws IOException {
        for (Found found = reader.next(); found == Found.RECORD || found == Found.DAMAGE; found = reader.next()) {
            if (found == Found.RECORD && reader.record().sequence() > lastSequence) {
                append(reader.record());
            }
        }
    }

    // Their numbers are lower than the highest one ever given, which must not be forgotten on the way.
    private void append(RecordView record) {
        write(record.kind(), record.sampleTime(), record.sequence(), record.payload());
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
     * @throws DiskFailedException when the disk is full or broken; the process must end
     * @throws QueueException when the record was not written; its sequence number will be used again
     */
    public long append(RecordKind kind, long sampleTime, ByteBuffer payload) {
        long sequence = lastSequence + 1;
        write(kind, sampleTime, sequence, payload);
        end.moveTo(sequence, 0);
        return sequence;
    }

    private void write(RecordKind kind, long sampleTime, long sequence, ByteBuffer payload) {
        ByteBuffer record = encoder.encode(kind, sampleTime, sequence, payload);
        try {
            copy(bytesOf(record), record.limit(), sequence);
        } catch (InternalError e) {
            throw new DiskFailedException(
                    "record " + sequence + " was not written to " + queue.file() + ": the disk is full or broken ("
                            + e.getMessage() + "); make room",
                    e);
        }
        lastSequence = sequence;
    }

    private void copy(BytesStore<?, ?> record, int length, long sequence) {
        try (DocumentContext document = appender.writingDocument()) {
            try {
                Bytes<?> bytes = document.wire().bytes();
                long begin = bytes.writePosition();
                bytes.write(record, 0L, length);
                WrittenBytes.verify(bytes, begin, record, length);
            } catch (InternalError e) {
                document.rollbackOnClose();
                throw e;
            } catch (DiskFailedException e) {
                document.rollbackOnClose();
                throw e;
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

    /** Gives no number up to this one, because readers know a record of that number, even if no file here does. */
    void goOnBehind(long sequence) {
        lastSequence = Math.max(lastSequence, sequence);
    }

    /** The file that is written, to see whether others still find it. */
    WrittenFile written() {
        return written;
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
