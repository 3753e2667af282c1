package io.hostpulse.exporter.sink;

import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What came of an attempt to write a batch. */
public sealed interface SinkOutcome {

    /** The usual end. */
    SinkOutcome WRITTEN = new Written();

    /** All of it is where it belongs and survives a crash: it will not be given again, or if it is, that does no harm. */
    record Written() implements SinkOutcome {}

    /**
     * It is not, or nobody knows. The same batch is given again. This is also the answer to everything that somebody can mend
     * while nothing is lost: a full disk, a missing permission, a server that is down, a password that has expired, a table of
     * another shape.
     *
     * @param reason why, and what to do about it, for a person, without any secret
     * @param after how long the other end asked us to wait, if it did
     */
    record TryAgain(String reason, Optional<Duration> after) implements SinkOutcome {
        /**
         * When to try is left to the host.
         *
         * @param reason why
         */
        public TryAgain(String reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * Something in the batch itself was refused and always will be, whatever anybody mends. The host halves the batch until it
     * has found the record, which goes to the dead letters.
     *
     * @param reason why, for a person, without any secret
     */
    record Refused(String reason) implements SinkOutcome {}

    /**
     * What was written earlier is not there any more: a power cut took it, or the store was damaged and had to begin anew. The
     * host throws the batch away and reads these streams again from these times on, as far as the queues still hold them; the
     * sink passes over what it has. A sink that asks again before it has written anything pauses as after a {@link TryAgain}.
     *
     * @param from epoch nanoseconds for each stream that is to be read again; the others go on where they were
     */
    record ReadAgain(Map<StreamName, Long> from) implements SinkOutcome {
        /** Copies the map. */
        public ReadAgain {
            from = Map.copyOf(from);
        }
    }
}
