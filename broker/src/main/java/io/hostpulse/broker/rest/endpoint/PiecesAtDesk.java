package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.BodyParts;
import io.hostpulse.broker.rest.Pieces;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Makes the pieces of a long body at the desk for questions about the past, in turn with those: a piece is asked for when the client has taken
 * the last one, so a slow client holds nobody up.
 *
 * @param desk where the work is done
 * @param pieces makes them
 */
record PiecesAtDesk(HistoryDesk desk, Pieces pieces) implements BodyParts {

    @Override
    public CompletionStage<Optional<byte[]>> next() {
        return desk.goOn(pieces::next);
    }

    @Override
    public void close() {
        pieces.close();
    }
}
