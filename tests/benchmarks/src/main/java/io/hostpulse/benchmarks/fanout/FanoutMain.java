package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the broker beside a bare Netty broadcaster, in turn and with the same clients, and prints the ratios. */
public final class FanoutMain {

    private static final List<String> SERVERS = List.of("bare", "broker");
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final FanoutOptions options;

    private FanoutMain(FanoutOptions options) {
        this.options = options;
    }

    /**
     * Measures and prints.
     *
     * @param args see {@link FanoutOptions}
     * @throws InterruptedException when it is told to stop
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            new FanoutMain(FanoutOptions.parse(args)).run();
            System.exit(0);
        } catch (ProcessFailure e) {
            System.err.println("bench-broker: " + e.getMessage());
            System.exit(e.exitCode().code());
        } catch (IOException e) {
            System.err.println("bench-broker: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        for (int clients : options.paced()) {
            System.out.printf("%,d clients, a message of %,d bytes every 500 ms%n", clients, options.size());
            System.out.print(FanoutTable.paced(measure(clients, PACE)));
        }
        for (int clients : options.flooded()) {
            System.out.printf("%,d clients, full speed%n", clients);
            System.out.print(FanoutTable.flooded(measure(clients, Duration.ZERO)));
        }
    }

    private Map<String, List<Figures>> measure(int clients, Duration interval)
            throws IOException, InterruptedException {
        Map<String, List<Figures>> all = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (String server : SERVERS) {
                all.computeIfAbsent(server, first -> new ArrayList<>()).add(measure(server, clients, interval));
            }
        }
        return all;
    }

    private Figures measure(String kind, int clients, Duration interval) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(options.scratch(), kind, interval, options.size());
                LoadGenerator load = new LoadGenerator(EpochClock.SYSTEM)) {
            Duration connecting = load.connect(server.port(), clients);
            load.receive(WARM_UP, false);
            Duration cpu = server.cpu();
            Duration own = ownCpu();
            long start = System.nanoTime();
            Crowd.Received received = load.receive(options.window(), !interval.isZero());
            return new Figures(
                    clients,
                    Duration.ofNanos(System.nanoTime() - start),
                    connecting,
                    received,
                    load.lost(),
                    server.cpu().minus(cpu),
                    ownCpu().minus(own),
                    server.residentBytes());
        }
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
