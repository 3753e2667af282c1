package io.hostpulse.collector.schedule;

import java.time.Duration;

/**
 * The moments at which a source is sampled: whole multiples of its interval since 1970, so that streams of the same interval
 * line up. Only the first sample comes earlier, so that nobody waits for the first sign of a slow source.
 *
 * @param interval nanoseconds between two samples
 */
record AlignedSchedule(long interval) {

    /** The grid of the first sample. */
    private static final long FIRST = 500_000_000L;

    static AlignedSchedule every(Duration interval) {
        return new AlignedSchedule(interval.toNanos());
    }

    long first(long now) {
        return after(now, Math.min(interval, FIRST));
    }

    /** The next moment that is later than now. */
    long after(long now) {
        return after(now, interval);
    }

    private static long after(long now, long step) {
        return Math.floorDiv(now, step) * step + step;
    }

    /** How many moments lie after the one and not after the other; what was missed when the process was held up. */
    long between(long tick, long now) {
        return Math.max(0, Math.floorDiv(now, interval) - Math.floorDiv(tick, interval));
    }
}
