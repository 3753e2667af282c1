package io.hostpulse.common.status;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a live process takes from the machine.
 *
 * @param ageNanos how long it lives
 * @param cpuNanos how long it was on a processor in that time
 * @param memory its memory, if it was asked for and the kernel lets us see it
 */
public record Usage(long ageNanos, long cpuNanos, Optional<Memory> memory) {

    /** Below this age the average says more about the start than about the process, and may divide by zero. */
    private static final long YOUNGEST = 100_000_000;

    /**
     * Averages over the whole life of the process.
     *
     * @return percent of one core; empty when it has just started
     */
    public OptionalDouble cpuPercent() {
        return ageNanos < YOUNGEST ? OptionalDouble.empty() : OptionalDouble.of(100.0 * cpuNanos / ageNanos);
    }

    /**
     * Memory of a process.
     *
     * @param kind "pss", which counts shared pages in proportion, or "rss", which counts them in full
     * @param bytes how much
     */
    public record Memory(String kind, long bytes) {}
}
