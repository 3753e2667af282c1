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

    /** How long others come and go during a flood. */
    private static final Duration VISITS = Duration.ofSeconds(4);

    /** Until the system keeps nothing more for those that never read: some 50 messages of 1,500 bytes. */
    private static final Duration UNTIL_FULL = Duration.ofSeconds(45);

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
            Map<String, List<Figures>> figures = measure(clients, PACE);
            System.out.print(FanoutTable.paced(figures));
            if (options.silent() > 0) {
                System.out.printf("the same with %,d more that never read%n", options.silent());
                System.out.print(FanoutTable.besideSilent(figures.get("broker"), besideSilent(clients)));
            }
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

    private List<Figures> besideSilent(int clients) throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            all.add(measure("broker", clients, options.silent(), PACE));
        }
        return all;
    }

    private Figures measure(String kind, int clients, Duration interval) throws IOException, InterruptedException {
        return measure(kind, clients, 0, interval);
    }

    private Figures measure(String kind, int clients, int silent, Duration interval)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(options.scratch(), kind, interval, options.size());
                LoadGenerator load = new LoadGenerator(EpochClock.SYSTEM)) {
            load.connect(server.port(), clients);
            load.connectSilent(server.port(), silent);
            load.receive(silent > 0 ? UNTIL_FULL : WARM_UP, false);
            Duration cpu = server.cpu();
            Duration own = ownCpu();
            long start = System.nanoTime();
            Crowd.Received received = load.receive(options.window(), !interval.isZero());
            Duration window = Duration.ofNanos(System.nanoTime() - start);
            cpu = server.cpu().minus(cpu);
            own = ownCpu().minus(own);
            long resident = server.residentBytes();
            double handshakes = interval.isZero() ? load.visit(server.port(), VISITS) : Double.NaN;
            return new Figures(clients, window, handshakes, received, load.lost(), cpu, own, resident);
        }
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
