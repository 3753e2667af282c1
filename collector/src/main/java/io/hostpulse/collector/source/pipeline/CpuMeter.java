package io.hostpulse.collector.source.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Percent of one core over the last half minute. The kernel counts in hundredths of a second: over one interval of 5 s a
 * process that takes 0.2 % would show 0 or 0.4. Used by one thread.
 */
final class CpuMeter {

    private static final long WINDOW = Duration.ofSeconds(30).toNanos();

    private record Reading(long time, long cpu) {}

    private final Deque<Reading> readings = new ArrayDeque<>();

    /**
     * Takes one reading.
     *
     * @param time of a clock that never goes back, in nanoseconds
     * @param cpu nanoseconds on a processor since the process started
     * @return the percentage; empty at the first reading
     */
    OptionalDouble percent(long time, long cpu) {
        readings.addLast(new Reading(time, cpu));
        while (readings.size() > 2 && time - readings.peekFirst().time() > WINDOW) {
            readings.removeFirst();
        }
        Reading first = readings.peekFirst();
        return time == first.time()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * Math.max(0, cpu - first.cpu()) / (time - first.time()));
    }
}
