package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Value;

/** What a counter grew by in a second. */
public final class Rate {

    /** Why there is no rate between two reads at the same time. */
    public static final String NO_TIME_PASSED = "no time passed since the previous read";

    /** Why there is no rate when a counter is smaller than before. */
    public static final String WENT_BACKWARDS = "the counter went backwards: it was reset or has wrapped";

    private Rate() {}

    /**
     * Relates the growth of a counter to the time it took. A counter that became smaller says nothing: adding 2^32 would
     * turn a reset into a spike.
     *
     * @param before the counter at the previous read
     * @param now the counter at this read
     * @param nanos the time between the two, from a clock that never goes back
     * @return the rate, or missing when no time passed or the counter went backwards
     */
    public static Value perSecond(long before, long now, long nanos) {
        return perSecond(before, now, nanos, 1);
    }

    /**
     * Relates the growth of a counter to the time it took, in another unit.
     *
     * @param before the counter at the previous read
     * @param now the counter at this read
     * @param nanos the time between the two, from a clock that never goes back
     * @param unit how many of the counter's units are one of the rate's
     * @return the rate, or missing when no time passed or the counter went backwards
     */
    static Value perSecond(long before, long now, long nanos, long unit) {
        if (nanos <= 0) {
            return new Value.Missing(NO_TIME_PASSED);
        }
        if (now < before) {
            return new Value.Missing(WENT_BACKWARDS);
        }
        return Rounding.twoDecimals((now - before) * 1e9 / nanos / unit);
    }
}
