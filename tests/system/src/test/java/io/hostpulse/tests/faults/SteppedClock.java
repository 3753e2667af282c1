package io.hostpulse.tests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that is set by hand, in epoch nanoseconds. Used by one thread. */
final class SteppedClock implements LongSupplier {

    private long now;
    private long monotonic;

    SteppedClock(Instant start) {
        now = TimeUnit.SECONDS.toNanos(start.getEpochSecond());
    }

    /** Time passes. */
    void pass(Duration duration) {
        now += duration.toNanos();
        monotonic += duration.toNanos();
    }

    /** Somebody sets the clock. */
    void set(Duration difference) {
        now += difference.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }

    long monotonic() {
        return monotonic;
    }
}
