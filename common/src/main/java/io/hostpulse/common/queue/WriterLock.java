package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to one queue directory: a kernel lock on {@code writer.lock}. The kernel releases it when its holder
 * dies in whatever way, so a lock that can be taken is never stale. The file's text names the holder for people.
 */
final class WriterLock implements AutoCloseable {

    static final String FILE_NAME = "writer.lock";

    /** A holder's text is one short line; more than this is not ours. */
    private static final int MAX_TEXT = 512;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws WriterPresentException when another writer lives, in this or another process
     */
    static WriterLock acquire(Path directory, String holder) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!tryLock(channel)) {
                throw new WriterPresentException("queue " + directory + " already has a writer (" + holderOf(channel)
                        + "): stop that one first, or write to another directory");
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new WriterLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    // The lock lives until its channel is closed, so the FileLock itself need not be kept.
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String holderOf(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "it has not said who it is" : holder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
