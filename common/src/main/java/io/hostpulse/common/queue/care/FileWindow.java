package io.hostpulse.common.queue.care;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Shows parts of a file that may be growing. It reads instead of mapping: a mapped file that is cut short under its reader
 * ends the process. Not thread-safe.
 */
final class FileWindow {

    private static final int USUAL = 1 << 20;

    private final FileChannel channel;
    private ByteBuffer buffer = allocate(USUAL);
    private long begin;

    FileWindow(FileChannel channel) {
        this.channel = channel;
        buffer.limit(0);
    }

    /** Tells whether the file has these bytes. */
    boolean has(long offset, int length) throws IOException {
        if (offset >= begin && offset + length <= begin + buffer.limit()) {
            return true;
        }
        fill(offset, length);
        return buffer.limit() >= length;
    }

    private void fill(long offset, int length) throws IOException {
        if (buffer.capacity() < length) {
            buffer = allocate(length);
        }
        buffer.clear();
        begin = offset;
        int got = 0;
        while (got >= 0 && buffer.hasRemaining()) {
            got = channel.read(buffer, begin + buffer.position());
        }
        buffer.flip();
    }

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes the next look read the file again, whose writer may have come further. */
    void forget() {
        buffer.limit(0);
    }

    /** Shows bytes that are there, until the next look. */
    ByteBuffer bytes(long offset, int length) {
        return buffer.slice((int) (offset - begin), length);
    }

    /** Reads a number that is there. */
    int number(long offset) {
        return buffer.getInt((int) (offset - begin));
    }

    long fileLength() throws IOException {
        return channel.size();
    }
}
