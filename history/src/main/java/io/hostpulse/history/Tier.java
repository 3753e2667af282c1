package io.hostpulse.history;

import io.hostpulse.history.block.RollupBlock;

/** How finely values are kept. */
enum Tier {
    /** Every value. */
    RAW(1_000_000),
    /** A bucket a minute. */
    MINUTES(RollupBlock.MINUTE),
    /** A bucket an hour. */
    HOURS(RollupBlock.HOUR);

    private final long resolution;

    Tier(long resolution) {
        this.resolution = resolution;
    }

    /** What the width of buckets from this tier is a multiple of, in nanoseconds. */
    long resolution() {
        return resolution;
    }

    static Tier forWidth(long width) {
        if (width < MINUTES.resolution) {
            return RAW;
        }
        return width < HOURS.resolution ? MINUTES : HOURS;
    }
}
