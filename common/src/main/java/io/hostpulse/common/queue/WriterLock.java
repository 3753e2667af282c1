package io.hostpulse.common.queue;

import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.lock.LockHeldException;
import java.io.IOException;
import java.nio.file.Path;

/** The right to change a queue's files: held by its writer for life, or by whoever repairs it while there is none. */
public final class WriterLock {

    /** The lock's file in the queue's directory. */
    public static final String FILE_NAME = "writer.lock";

    private WriterLock() {}

    /**
     * Takes the lock.
     *
     * @param directory the queue's directory, which must exist
     * @param holder what this process does, for the message to others
     * @return the lock, held until it is closed or the process ends
     * @throws WriterPresentException when another one lives
     * @throws IOException when the lock's file cannot be used
     */
    public static KernelLock acquire(Path directory, String holder) throws IOException {
        try {
            return KernelLock.acquire(directory.resolve(FILE_NAME), holder);
        } catch (LockHeldException e) {
            throw new WriterPresentException(
                    "queue " + directory + " already has a writer (" + e.getMessage()
                            + "): stop that one first, or write to another directory",
                    e);
        }
    }
}
