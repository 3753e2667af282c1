package io.hostpulse.collector.source;

import io.hostpulse.common.model.Reading;
import java.io.IOException;

/**
 * Reads one kind of hardware. A source only reads: when it is read, for how long it may take, how its time and success are
 * measured and what becomes of an exception is the sampler's business. A source is used by one thread at a time and may
 * keep what it needs for rates between two reads.
 */
public interface Source extends AutoCloseable {

    /**
     * Takes one reading. It may block; the sampler gives up on it at the source's deadline.
     *
     * @return what was read, or why nothing could be read
     * @throws IOException when reading failed; it becomes a failed reading with the exception's message as its reason
     */
    Reading read() throws IOException;

    /**
     * Does what the next reading needs and would take too long inside it. Called after every reading was handed over, on the
     * same thread; until it returns no reading begins, so it should end well within the interval.
     */
    default void prepareNext() {}

    /** Releases what the source holds. */
    @Override
    default void close() {}
}
