package io.hostpulse.benchmarks.fanout;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one server did in one run.
 *
 * @param clients how many were connected
 * @param window how long was measured
 * @param handshakes visitors that were let in while the clients went on to receive, each second
 * @param received what the clients have received
 * @param lost clients whose connection ended
 * @param cpu the server's processor time in the window
 * @param generatorCpu the generator's
 * @param residentBytes the server's memory at the end
 */
record Figures(
        int clients,
        Duration window,
        double handshakes,
        Crowd.Received received,
        int lost,
        Duration cpu,
        Duration generatorCpu,
        long residentBytes) {

    double messagesPerSecond() {
        return received.messages() * 1e9 / window.toNanos();
    }

    double cpuPercent() {
        return 100.0 * cpu.toNanos() / window.toNanos();
    }

    /** What the generator had left; near 0 it was the generator that was measured. */
    double generatorIdlePercent() {
        return Math.max(0, 100 - 100.0 * generatorCpu.toNanos() / window.toNanos());
    }

    /** Broadcasts that every client got. */
    long complete() {
        return received.broadcasts().stream()
                .filter(one -> one.receivers() == clients)
                .count();
    }

    double spreadMillis(double percentile) {
        return millis(percentile, Broadcasts.Broadcast::spread);
    }

    double ageMillis(double percentile) {
        return millis(percentile, Broadcasts.Broadcast::age);
    }

    private double millis(double percentile, ToLongFunction<Broadcasts.Broadcast> value) {
        List<Long> sorted =
                received.broadcasts().stream().map(value::applyAsLong).sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.get((int) Math.ceil(percentile * sorted.size()) - 1) / 1e6;
    }
}
