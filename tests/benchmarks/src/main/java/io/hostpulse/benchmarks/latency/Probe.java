package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A number of clients, read by one thread. */
final class Probe implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A message that comes so much after the end still belongs to the measurement. */
    private static final long GRACE = 400 * NANOS_PER_MILLI;

    private final EpochClock clock;
    private final Selector selector;
    private final List<ProbeClient> clients = new ArrayList<>();

    private Probe(EpochClock clock, Selector selector) {
        this.clock = clock;
        this.selector = selector;
    }

    static Probe connect(int port, int count, EpochClock clock) throws IOException {
        Probe probe = new Probe(clock, Selector.open());
        for (int i = 0; i < count; i++) {
            ProbeClient client = new ProbeClient(Handshake.connect(port), clock);
            client.register(probe.selector);
            probe.clients.add(client);
        }
        return probe;
    }

    void warmUp(Duration duration) throws IOException {
        measure(duration);
    }

    Measurement measure(Duration duration) throws IOException {
        long begin = clock.nanos();
        Window window = new Window(begin, begin + duration.toNanos());
        List<Recording> recordings = new ArrayList<>();
        for (ProbeClient client : clients) {
            Recording recording = new Recording(window);
            recordings.add(recording);
            client.record(recording);
        }
        receiveUntil(window.end() + GRACE);
        return new Measurement(window, recordings);
    }

    private void receiveUntil(long end) throws IOException {
        for (long left = end - clock.nanos(); left > 0; left = end - clock.nanos()) {
            selector.select(Probe::receive, Math.max(1, left / NANOS_PER_MILLI));
        }
    }

    private static void receive(SelectionKey key) {
        try {
            ((ProbeClient) key.attachment()).receive();
        } catch (IOException e) {
            // What is missing from now on shows in the counts.
            System.err.println("bench-latency: a client lost its connection: " + e.getMessage());
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        for (ProbeClient client : clients) {
            client.close();
        }
        selector.close();
    }
}
