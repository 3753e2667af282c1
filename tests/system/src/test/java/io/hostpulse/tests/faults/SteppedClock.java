package io.hostpulse.tests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that is set by hand, in epoch nanoseconds. Used by one thread. */
final class SteppedClock implements LongSupplier {

    private long now;

    SteppedClock(Instant start) {
        now = TimeUnit.SECONDS.toNanos(start.getEpochSecond());
    }

    void step(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
