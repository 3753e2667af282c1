package io.hostpulse.common.process;

/**
 * The work of a process, done in small turns by one thread. It never sleeps and never asks for the time: both are its
 * caller's business, so that a test can step it through any sequence of moments.
 */
public interface Agent extends AutoCloseable {

    /**
     * Does what is due.
     *
     * @param now the present time in epoch nanoseconds
     * @return when it wants to be called again, in epoch nanoseconds; it may be called earlier
     */
    long doWork(long now);

    /**
     * Tells whether others can rely on this process yet.
     *
     * @return whether the first result is there
     */
    default boolean isReady() {
        return true;
    }

    /** Finishes what was begun, within a second or two; called once, after the last turn of a process that was told to stop. */
    default void drain() {}

    @Override
    default void close() {}
}
