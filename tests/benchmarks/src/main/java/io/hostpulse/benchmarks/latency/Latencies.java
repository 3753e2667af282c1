package io.hostpulse.benchmarks.latency;

import java.util.stream.LongStream;

/** A set of latencies in nanoseconds. */
final class Latencies {

    private static final double PERCENT = 100;

    private final long[] sorted;

    Latencies(LongStream values) {
        this.sorted = values.sorted().toArray();
    }

    /** The smallest value that so many percent of all do not exceed; 0 when there is none. */
    long percentile(double percent) {
        int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }

    double mean() {
        return LongStream.of(sorted).average().orElse(0);
    }
}
