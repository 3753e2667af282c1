package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessFailure;
import java.io.IOException;

/** Measures how old samples are when they reach WebSocket clients, against a running Hostpulse. */
public final class LatencyMain {

    private LatencyMain() {}

    /**
     * Measures and prints; {@code scripts/bench-latency} starts what is measured.
     *
     * @param args see {@link LatencyOptions}
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        try {
            LatencyOptions options = LatencyOptions.parse(args);
            System.out.print(measure(options, EpochClock.SYSTEM).in(options.format()));
            return 0;
        } catch (ProcessFailure e) {
            System.err.println("bench-latency: " + e.getMessage());
            return e.exitCode().code();
        } catch (IOException e) {
            System.err.println("bench-latency: " + e.getMessage());
            return 1;
        }
    }

    private static Report measure(LatencyOptions options, EpochClock clock) throws IOException {
        DataDirectory data = new DataDirectory(options.data());
        try (Probe probe = Probe.connect(options.port(), options.clients(), clock)) {
            probe.warmUp(options.warmUp());
            Counters before = Counters.read(data);
            Measurement measured = probe.measure(options.duration());
            return new Report(measured, Counters.read(data).since(before));
        }
    }
}
