package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file seen through a buffer. Reading costs a system call a window, where a mapping would keep the space of a deleted file
 * until the garbage collector comes by, and would kill the reader when the file is truncated. What the writer has written through
 * its mapping is seen at once: both use the same pages. Not thread-safe.
 */
final class FileWindow implements AutoCloseable {

    /** Enough for the next record or two of a stream that is followed live. */
    private static final int LIVE = 4 * 1024;

    /** For reading on through what lies there already. */
    private static final int BULK = 64 * 1024;

    private final FileChannel channel;
    private ByteBuffer buffer = allocate(BULK);
    private ByteBuffer shown = allocate(LIVE);
    private long start;
    private int length;

    FileWindow(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    long fileSize() throws IOException {
        return channel.size();
    }

    /** Reads the word at an offset; what has not been written, or lies behind the end, is 0. */
    int word(long offset) throws IOException {
        if (!covers(offset, DocumentHeader.LENGTH)) {
            fill(offset, BULK);
        }
        return covers(offset, DocumentHeader.LENGTH) ? buffer.getInt((int) (offset - start)) : DocumentHeader.EMPTY;
    }

    /** Reads the word again, past what this window has seen. */
    int freshWord(long offset) throws IOException {
        fill(offset, LIVE);
        return covers(offset, DocumentHeader.LENGTH) ? buffer.getInt(0) : DocumentHeader.EMPTY;
    }

    /**
     * Shows some bytes, valid until the next call; fewer when the file ends before. They are copied into the same buffer each
     * time: a slice would be a new object for each record, and so would the view that is made of it.
     */
    ByteBuffer bytes(long offset, int wanted) throws IOException {
        if (!covers(offset, wanted)) {
            fill(offset, Math.max(wanted, BULK));
        }
        int from = (int) (offset - start);
        int available = Math.min(wanted, Math.max(0, length - from));
        if (shown.capacity() < available) {
            shown = allocate(available);
        }
        return shown.clear().put(0, buffer, from, available).limit(available);
    }

    private boolean covers(long offset, int wanted) {
        return offset >= start && offset + wanted <= start + length;
    }

    private void fill(long offset, int wanted) throws IOException {
        if (buffer.capacity() < wanted) {
            buffer = allocate(wanted);
        }
        buffer.clear().limit(wanted);
        start = offset;
        int read = channel.read(buffer, offset);
        while (read > 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, offset + buffer.position());
        }
        length = buffer.position();
        buffer.clear();
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
