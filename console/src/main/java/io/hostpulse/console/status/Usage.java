package io.hostpulse.console.status;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a live process takes from the machine.
 *
 * @param ageNanos how long it lives
 * @param cpuNanos how long it was on a processor in that time
 * @param memory its memory, if the kernel lets us see it
 */
record Usage(long ageNanos, long cpuNanos, Optional<Memory> memory) {

    /** Below this age the average says more about the start than about the process, and may divide by zero. */
    private static final long YOUNGEST = 100_000_000;

    /** Percent of one core, on average since the process started. */
    OptionalDouble cpuPercent() {
        return ageNanos < YOUNGEST ? OptionalDouble.empty() : OptionalDouble.of(100.0 * cpuNanos / ageNanos);
    }

    /**
     * Memory of a process.
     *
     * @param kind "pss", which counts shared pages in proportion, or "rss", which counts them in full
     */
    record Memory(String kind, long bytes) {}
}
