package io.hostpulse.history;

import io.hostpulse.history.block.RollupBlock;

/**
 * The spans of time in which raw values are kept together: ten minutes, so that an hour has six, and that what was not yet
 * put in order is at most ten minutes of commits.
 */
final class Span {

    static final long LENGTH = 600_000_000_000L;

    static final long IN_AN_HOUR = RollupBlock.HOUR / LENGTH;

    private Span() {}

    static long of(long time) {
        return Math.floorDiv(time, LENGTH);
    }

    static long start(long span) {
        return span * LENGTH;
    }

    static long hour(long span) {
        return Math.floorDiv(span, IN_AN_HOUR);
    }

    static long hourOf(long time) {
        return Math.floorDiv(time, RollupBlock.HOUR);
    }

    static long firstOfHour(long hour) {
        return hour * IN_AN_HOUR;
    }
}
