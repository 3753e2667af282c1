package io.hostpulse.common.process;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The system's wall clock without an object for every answer: {@link Instant#now()}, Java's only one that is finer than a
 * millisecond, is asked once a second, and in between the monotonic clock counts on from there. Milliseconds, which cost
 * nothing, tell when somebody has set the clock meanwhile. May be used by any thread.
 */
final class SystemClock implements EpochClock {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Smaller steps are noticed at the next whole question. Both clocks are read one after the other, so they differ a bit. */
    private static final long LARGEST_DIFFERENCE_MILLIS = 2;

    private final Supplier<Instant> instants;
    private final LongSupplier millis;
    private final LongSupplier monotonicNanos;
    private volatile Anchor anchor;

    /** A moment by both clocks. */
    private record Anchor(long epochNanos, long monotonicNanos) {}

    SystemClock(Supplier<Instant> instants, LongSupplier millis, LongSupplier monotonicNanos) {
        this.instants = instants;
        this.millis = millis;
        this.monotonicNanos = monotonicNanos;
        this.anchor = anchor();
    }

    @Override
    public long nanos() {
        Anchor known = anchor;
        long elapsed = monotonicNanos.getAsLong() - known.monotonicNanos();
        long now = known.epochNanos() + elapsed;
        if (elapsed >= NANOS_PER_SECOND || wasSet(now)) {
            known = anchor();
            anchor = known;
            return known.epochNanos();
        }
        return now;
    }

    private boolean wasSet(long now) {
        return Math.abs(millis.getAsLong() - now / NANOS_PER_MILLI) > LARGEST_DIFFERENCE_MILLIS;
    }

    private Anchor anchor() {
        Instant now = instants.get();
        return new Anchor(now.getEpochSecond() * NANOS_PER_SECOND + now.getNano(), monotonicNanos.getAsLong());
    }
}
