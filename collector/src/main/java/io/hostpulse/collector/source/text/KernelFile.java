package io.hostpulse.collector.source.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A file of /proc or /sys that is read again and again: it stays open and its buffer is kept. It is a
 * {@link RandomAccessFile} because a file channel is closed for good when its reader is interrupted, and a reader that
 * missed its deadline may be. Used by one thread at a time.
 */
public final class KernelFile implements AutoCloseable {

    /** The largest real file read this way is /proc/cpuinfo of a machine with some thousand cores. */
    private static final int LIMIT = 16 << 20;

    private final String path;
    private byte[] buffer = new byte[4096];
    private RandomAccessFile file;
    private int length;

    /**
     * Names the file; it is opened when it is first read.
     *
     * @param path where it is
     */
    public KernelFile(String path) {
        this.path = path;
    }

    /**
     * Reads a file once.
     *
     * @param path where it is
     * @return its content
     * @throws IOException when it cannot be read
     */
    public static TextCursor readOnce(String path) throws IOException {
        try (KernelFile file = new KernelFile(path)) {
            return file.read();
        }
    }

    /**
     * Reads the whole file as it is now.
     *
     * @return its content, valid until the next read
     * @throws IOException when it cannot be read; the next attempt opens it anew
     */
    public TextCursor read() throws IOException {
        try {
            return new TextCursor(path, buffer(), length);
        } catch (FileNotFoundException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    private byte[] buffer() throws IOException {
        open().seek(0);
        length = 0;
        for (int count = fill(); count > 0; count = fill()) {
            length += count;
        }
        return buffer;
    }

    private int fill() throws IOException {
        if (length == buffer.length) {
            grow();
        }
        return file.read(buffer, length, buffer.length - length);
    }

    private void grow() throws IOException {
        if (buffer.length >= LIMIT) {
            throw new IOException("larger than " + LIMIT + " bytes");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    private RandomAccessFile open() throws IOException {
        if (file == null) {
            file = new RandomAccessFile(path, "r");
        }
        return file;
    }

    @Override
    public void close() {
        RandomAccessFile open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
