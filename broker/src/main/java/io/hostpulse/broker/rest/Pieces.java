package io.hostpulse.broker.rest;

import java.util.Optional;

/** Makes a long body piece by piece, each in a few milliseconds. Used by one thread at a time. */
public interface Pieces extends AutoCloseable {

    /**
     * Makes the next piece.
     *
     * @return the piece; an empty one when there was much to look at and nothing to say; nothing at the end
     */
    Optional<byte[]> next();

    @Override
    void close();
}
