package io.hostpulse.exporter.sink;

import java.time.Duration;
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
}
