package io.hostpulse.alerter.context;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What a piece of work may take. It is asked between small steps, and ends the work by an exception. */
final class TimeBudget {

    private final LongSupplier ticks;
    private final long most;
    private final long begin;

    /** Begins now. */
    TimeBudget(LongSupplier ticks, Duration most) {
        this.ticks = ticks;
        this.most = most.toNanos();
        this.begin = ticks.getAsLong();
    }

    void check() {
        if (ticks.getAsLong() - begin > most) {
            throw new SpentException();
        }
    }

    /** It has taken too long. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private SpentException() {
            super("reading it took too long", null, false, false);
        }
    }
}
