package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.BusyException;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.BodyParts;
import io.hostpulse.broker.rest.Pieces;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pieces of a long body at the desk for questions about the past, in turn with those: a piece is asked for when the client has taken
 * the last one, so a slow client holds nobody up.
 *
 * @param desk where the work is done
 * @param pieces makes them
 */
record PiecesAtDesk(HistoryDesk desk, Pieces pieces) implements BodyParts {

    private static final Logger LOG = LoggerFactory.getLogger(PiecesAtDesk.class);

    @Override
    public CompletionStage<Optional<byte[]>> next() {
        return desk.goOn(pieces::next);
    }

    /** At the desk, too: files are unmapped, and the thread of the connections has others to serve. */
    @Override
    public void close() {
        desk.goOn(this::closed).exceptionally(failure -> {
            if (failure instanceof BusyException) {
                return closed(); // the desk takes nothing any more: the broker is stopping
            }
            LOG.warn("what a long answer held could not be let go of", failure);
            return false;
        });
    }

    private boolean closed() {
        pieces.close();
        return true;
    }
}
