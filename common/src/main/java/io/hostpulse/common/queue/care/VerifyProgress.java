package io.hostpulse.common.queue.care;

import io.hostpulse.common.model.StreamName;

/** Learns how far a walk through a stream's files has come; called on its thread, after each file. */
@FunctionalInterface
public interface VerifyProgress {

    /** Nobody watches. */
    VerifyProgress UNWATCHED = (stream, files, of) -> {};

    /**
     * Learns that one more file was walked through.
     *
     * @param stream the stream
     * @param files how many were
     * @param of how many there are
     */
    void walked(StreamName stream, int files, int of);
}
