package io.hostpulse.common.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An exclusive lock on a file, held by one process. The kernel releases it when its holder dies in whatever way, so a lock
 * that can be taken is never stale. The file's text names the holder for people.
 *
 * <p>The kernel also releases it when its holder closes any other handle on the same file: nothing else in the process may
 * open a lock file, so it holds no data.
 */
public final class KernelLock implements AutoCloseable {

    /** A holder's text is one short line; more than this is not ours. */
    private static final int MAX_TEXT = 512;

    private final FileChannel channel;

    private KernelLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock and writes who holds it.
     *
     * @param file the lock file; created when it is absent, never deleted
     * @param holder what this process does, for the message to others
     * @return the lock, held until it is closed or the process ends
     * @throws LockHeldException when another holder lives; its message names that one
     * @throws IOException when the file cannot be used
     */
    public static KernelLock acquire(Path file, String holder) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!tryLock(channel)) {
                throw new LockHeldException(holderOf(channel));
            }
            byte[] text = describe(holder).getBytes(StandardCharsets.UTF_8);
            channel.truncate(0).write(ByteBuffer.wrap(text), 0);
            return new KernelLock(channel);
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

    private static String describe(String holder) {
        ProcessHandle self = ProcessHandle.current();
        String started =
                self.info().startInstant().map(start -> ", started " + start).orElse("");
        return holder + ", pid " + self.pid() + started + "\n";
    }

    private static String holderOf(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "a process that has not said who it is" : holder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
