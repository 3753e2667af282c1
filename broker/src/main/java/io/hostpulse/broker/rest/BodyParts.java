package io.hostpulse.broker.rest;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A body that is too long to be held: its pieces are made one after the other, while the client takes them. Asked by one thread, for one piece at
 * a time.
 */
public interface BodyParts extends AutoCloseable {

    /**
     * Begins to make the next piece, without waiting for it.
     *
     * @return the piece, which may be empty, or nothing at the end; a failure when it cannot go on; may be completed by any thread
     */
    CompletionStage<Optional<byte[]>> next();

    /** Lets go of everything, perhaps a little later. Not called while a piece is being made. */
    @Override
    void close();
}
