package io.hostpulse.common.queue;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The time by which a queue rolls its files. It never goes back: Chronicle refuses every append once the clock has returned
 * to an earlier roll file. Used by the writer's thread only.
 */
final class QueueClock implements TimeProvider {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier epochNanos;
    private long latestMillis;

    QueueClock(LongSupplier epochNanos) {
        this.epochNanos = epochNanos;
    }

    /** Never answers with an earlier time than this again. */
    void notBefore(long epochMillis) {
        latestMillis = Math.max(latestMillis, epochMillis);
    }

    @Override
    public long currentTimeMillis() {
        notBefore(epochNanos.getAsLong() / NANOS_PER_MILLI);
        return latestMillis;
    }
}
