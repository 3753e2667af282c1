package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordView;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Writes one roll file anew, of records that are encoded already, in a directory of its own: the file's name says which cycle
 * it is, so it can be moved into the queue afterwards. Used by one thread.
 */
public final class RollFileWriter implements AutoCloseable {

    private final RollFiles names;
    private final Path directory;
    private final int cycle;
    private final AtomicLong millis = new AtomicLong();
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final RecordEncoder encoder = new RecordEncoder();

    private RollFileWriter(Path directory, int cycle, ChronicleFiles files) {
        this.names = new RollFiles(directory, files);
        this.directory = directory;
        this.cycle = cycle;
        this.millis.set(names.beginOf(cycle));
        this.queue = files.openForWriting(directory, millis::get);
        this.appender = queue.createAppender();
    }

    /**
     * Begins a file.
     *
     * @param directory an empty directory
     * @param cycle the file's cycle
     * @param files how the queue rolls
     * @return the open writer
     */
    public static RollFileWriter open(Path directory, int cycle, ChronicleFiles files) {
        return new RollFileWriter(directory, cycle, files);
    }

    /**
     * Appends a record with the number and the time it has.
     *
     * @param record the record, which is copied
     */
    public void append(RecordView record) {
        ByteBuffer encoded = encoder.encode(record.kind(), record.sampleTime(), record.sequence(), record.payload());
        // Ready before the document is opened: Chronicle commits whatever a document holds when it is closed.
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        append(bytes);
    }

    private void append(byte[] bytes) {
        try (DocumentContext document = appender.writingDocument()) {
            document.wire().bytes().write(bytes);
        }
    }

    /** Marks the end, at which readers go on to the next file; Chronicle does so when it begins one. */
    public void end() {
        millis.set(names.beginOf(cycle + 1));
        append(new byte[0]);
    }

    /**
     * Tells where the file is.
     *
     * @return its path; there is no file before the first record
     */
    public Path file() {
        return names.pathOf(directory, cycle);
    }

    @Override
    public void close() {
        queue.close();
    }
}
