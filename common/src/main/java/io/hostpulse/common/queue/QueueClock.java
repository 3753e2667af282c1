package io.hostpulse.common.queue;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The time by which a queue rolls its files. It never goes back: Chronicle refuses every append once the clock has returned to
 * an earlier file. And it refuses to jump far ahead: one record in next year's file would hide all later ones from live readers.
 * After such a jump it goes on at the pace of the monotonic clock. Used by the writer's thread only.
 */
final class QueueClock implements TimeProvider {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A larger step than daylight saving or a wrong zone make; smaller ones do no harm. */
    private static final long LARGEST_STEP_MILLIS = 2 * 60 * 60 * 1000L;

    private final LongSupplier epochNanos;
    private final LongSupplier monotonicNanos;
    private long latestMillis;
    private long latestMonotonic;

    QueueClock(LongSupplier epochNanos, LongSupplier monotonicNanos) {
        this.epochNanos = epochNanos;
        this.monotonicNanos = monotonicNanos;
        this.latestMillis = epochNanos.getAsLong() / NANOS_PER_MILLI;
        this.latestMonotonic = monotonicNanos.getAsLong();
    }

    /** Never answers with an earlier time than this again. */
    void notBefore(long epochMillis) {
        latestMillis = Math.max(latestMillis, epochMillis);
    }

    @Override
    public long currentTimeMillis() {
        long wall = epochNanos.getAsLong() / NANOS_PER_MILLI;
        long monotonic = monotonicNanos.getAsLong();
        long elapsed = (monotonic - latestMonotonic) / NANOS_PER_MILLI;
        boolean jumped = wall > latestMillis + elapsed + LARGEST_STEP_MILLIS;
        notBefore(jumped ? latestMillis + elapsed : wall);
        latestMonotonic += elapsed * NANOS_PER_MILLI;
        return latestMillis;
    }
}
