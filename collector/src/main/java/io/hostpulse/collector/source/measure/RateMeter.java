package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers counters from one read to the next, each with the moment at which it was read: one that could not be read for a
 * while has a right rate again when it can. The names come from a fixed list, so that memory is bounded. Used by one thread.
 */
public final class RateMeter {

    /** Why there is no rate at the first read of a counter. */
    public static final String NO_EARLIER = "appeared since the previous read";

    private final LongSupplier nanoTime;
    private final Map<String, Sample> previous = new HashMap<>();

    /**
     * Starts without any counter.
     *
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public RateMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Sample(long count, long nanos) {}

    /**
     * Relates a counter to its previous read.
     *
     * @param name tells counters apart
     * @param count the counter now
     * @return the rate, or missing at the first read, when no time passed or when the counter went backwards
     */
    public Value perSecond(String name, long count) {
        return perSecond(name, count, 1);
    }

    /**
     * Relates a counter to its previous read, in another unit.
     *
     * @param name tells counters apart
     * @param count the counter now
     * @param unit how many of the counter's units are one of the rate's
     * @return the rate, or missing at the first read, when no time passed or when the counter went backwards
     */
    public Value perSecond(String name, long count, long unit) {
        Sample now = new Sample(count, nanoTime.getAsLong());
        Sample before = previous.put(name, now);
        return before == null
                ? new Value.Missing(NO_EARLIER)
                : Rate.perSecond(before.count, count, now.nanos - before.nanos, unit);
    }
}
