package io.hostpulse.collector.schedule;

import io.hostpulse.common.model.Reading;
import java.util.Optional;

/**
 * Reads a source on another thread, so that a read that blocks can be given up. One read at a time: while one is out, no
 * other begins. Used by the sampler's thread.
 */
interface DeadlineReader extends AutoCloseable {

    /** Starts a read. Must not be called while one is out. */
    void begin();

    /**
     * Waits for the read that is out.
     *
     * @param nanos how long at most; 0 or less only looks
     * @return its outcome; empty when it is still out
     */
    Optional<Outcome> await(long nanos);

    @Override
    void close();

    /**
     * A finished read.
     *
     * @param reading what came of it
     * @param duration how long it took, in nanoseconds
     */
    record Outcome(Reading reading, long duration) {}
}
