package io.hostpulse.history;

import io.hostpulse.history.block.RollupBlock;

/**
 * Decides how wide buckets are and which tier answers for which time. The coarsest tier that is fine enough is read; what is
 * older than its oldest value comes from the next coarser one. Pure.
 *
 * @param width of a bucket, in nanoseconds
 * @param tier the coarsest that is fine enough
 * @param from the beginning, on a multiple of the width, epoch nanoseconds
 * @param to the end, likewise
 * @param rawFrom raw values answer from here on; not before {@code minutesFrom}
 * @param minutesFrom minutes answer from here to {@code rawFrom}, hours before
 */
record QueryPlan(long width, Tier tier, long from, long to, long rawFrom, long minutesFrom) {

    /**
     * Plans.
     *
     * @param oldestRaw when the oldest raw value was taken; {@link Long#MAX_VALUE} for none
     * @param oldestMinute the beginning of the oldest hour of minutes; {@link Long#MAX_VALUE} for none
     */
    static QueryPlan of(SeriesQuery query, long oldestRaw, long oldestMinute) {
        long width = width(query);
        Tier tier = Tier.forWidth(width);
        long from = Math.floorDiv(query.from(), width) * width;
        long to = (Math.floorDiv(query.to() - 1, width) + 1) * width;
        // Raw values go by whole hours, so the hour of the oldest one is there from its beginning.
        long raw = oldestRaw == Long.MAX_VALUE ? to : Math.floorDiv(oldestRaw, RollupBlock.HOUR) * RollupBlock.HOUR;
        long rawFrom = tier == Tier.RAW ? clamp(raw, from, to) : to;
        long minutesFrom = tier == Tier.HOURS ? to : clamp(oldestMinute, from, rawFrom);
        return new QueryPlan(width, tier, from, to, rawFrom, minutesFrom);
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Wide enough that no more than the wanted number of buckets touch the span, wherever it begins. */
    private static long width(SeriesQuery query) {
        long ideal = ceilDiv(query.to() - query.from(), query.points());
        long resolution = Tier.forWidth(ideal).resolution();
        long width = ceilDiv(ideal, resolution) * resolution;
        while (buckets(query, width) > query.points()) {
            width += resolution;
        }
        return width;
    }

    private static long buckets(SeriesQuery query, long width) {
        return Math.floorDiv(query.to() - 1, width) - Math.floorDiv(query.from(), width) + 1;
    }

    private static long ceilDiv(long value, long divisor) {
        return -Math.floorDiv(-value, divisor);
    }
}
