package io.hostpulse.benchmarks.latency;

/**
 * The time that counts.
 *
 * @param begin epoch nanoseconds
 * @param end epoch nanoseconds, no longer in it
 */
record Window(long begin, long end) {

    boolean holds(long sampleTime) {
        return sampleTime >= begin && sampleTime < end;
    }

    /** How many whole multiples of an interval lie in it. */
    long ticks(long interval) {
        return Math.floorDiv(end - 1, interval) - Math.floorDiv(begin - 1, interval);
    }
}
