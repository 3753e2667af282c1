package io.hostpulse.common.queue.care;

import java.nio.file.Path;

/** Learns how far a verification has come; called on its thread, after each file. */
@FunctionalInterface
public interface VerifyProgress {

    /** Nobody watches. */
    VerifyProgress UNWATCHED = (directory, files, of) -> {};

    /**
     * Learns that one more file was walked through.
     *
     * @param directory the queue's directory
     * @param files how many were
     * @param of how many there are
     */
    void walked(Path directory, int files, int of);
}
