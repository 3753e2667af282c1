package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.client.Backoff;
import io.hostpulse.client.HostpulseClient;
import io.hostpulse.client.Listener;
import io.hostpulse.client.Problem;
import io.hostpulse.client.Subscription;
import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import io.hostpulse.client.json.JsonWriter;
import io.hostpulse.client.message.Gap;
import io.hostpulse.client.message.Position;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java client against real processes: whatever happens to its connections, what it has seen is the queue. */
class ClientResumeTest {

    /** More: {@code -Dhostpulse.client.cuts=2000}. */
    private static final int CUTS = Integer.getInteger("hostpulse.client.cuts", 150);

    private static final List<String> STREAMS = List.of("memory", "network", "processor");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(10));

    @TempDir
    private static Path home;

    private static Hostpulse hostpulse;

    @BeforeAll
    static void start() throws IOException {
        hostpulse = Hostpulse.start(
                home,
                "broker.port=" + freePort(),
                "broker.interval=200ms",
                "sources.memory.interval=100ms",
                "sources.network.interval=200ms",
                "sources.processor.interval=200ms");
        Await.until("records", LIMIT, () -> SeenRecords.areThere(hostpulse.data(), STREAMS));
    }

    /** A broker that was restarted must be where it was. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        hostpulse.close();
    }

    /** Keeps every record, and every word about trouble. */
    private static final class Watcher implements Listener {

        final SeenRecords seen = new SeenRecords();
        final Queue<String> troubles = new ConcurrentLinkedQueue<>();
        final Queue<String> breaks = new ConcurrentLinkedQueue<>();
        final AtomicInteger replayed = new AtomicInteger();
        final AtomicReference<Position> position = new AtomicReference<>();

        @Override
        public void snapshot(Snapshot snapshot) {
            snapshot.fresh()
                    .forEach(stream -> seen.add(
                            stream,
                            snapshot.streams().get(stream).sequence(),
                            snapshot.streams().get(stream).timestamp().toString(),
                            new JsonWriter().text(payload(snapshot, stream))));
            replayed.addAndGet(snapshot.isReplayed() ? 1 : 0);
            snapshot.position().ifPresent(position::set);
        }

        private static JsonObject payload(Snapshot snapshot, String stream) {
            return snapshot.stream(stream)
                    .map(fields -> fields.json())
                    .toOptional()
                    .orElseGet(() -> new JsonObject(Map.of(
                            "state",
                            new JsonValue.Text(snapshot.noData().get(stream).state()),
                            "reason",
                            new JsonValue.Text(snapshot.noData().get(stream).reason()))));
        }

        @Override
        public void gap(Gap gap) {
            troubles.add(gap.toString());
        }

        @Override
        public void skipped(long messages) {
            troubles.add("skipped " + messages);
        }

        @Override
        public void notRecovered(List<String> reasons) {
            troubles.add("not recovered: " + reasons);
        }

        @Override
        public void error(Problem problem) {
            troubles.add(problem.toString());
        }

        @Override
        public void disconnected(String reason, Duration retryIn) {
            breaks.add(reason);
        }

        @Override
        public void closed(String reason) {
            breaks.add(reason);
        }

        void awaitEverything() {
            Map<String, Long> newest = SeenRecords.newest(hostpulse.data(), STREAMS);
            Await.until("everything up to " + newest, LIMIT, () -> seen.hasReached(newest));
        }

        void assertItIsTheQueue() {
            seen.assertTheyAreTheQueue(hostpulse.data(), STREAMS);
            assertThat(troubles).isEmpty();
        }
    }

    private static Subscription everything() {
        return Subscription.usual().streams(STREAMS.toArray(String[]::new)).since("1h");
    }

    private static HostpulseClient client(URI server, Subscription wanted, Listener listener) {
        return HostpulseClient.to(server)
                .subscribe(wanted)
                .backoff(QUICK)
                .idleTimeout(Duration.ofSeconds(3))
                .connect(listener);
    }

    @Test
    void seesEveryRecordOnceHoweverOftenItIsCutOff() throws IOException {
        long seed = System.nanoTime();
        System.out.println(CUTS + " cuts with seed " + seed);
        List<Watcher> watchers = List.of(new Watcher(), new Watcher(), new Watcher());
        try (CuttingProxy proxy = new CuttingProxy(hostpulse.port(), CUTS, new Random(seed));
                HostpulseClient whole = client(proxy.websocket(), everything(), watchers.get(0));
                HostpulseClient delta = client(proxy.websocket(), everything().delta(), watchers.get(1));
                HostpulseClient alerts = client(proxy.websocket(), everything().withAlerts(), watchers.get(2))) {
            Await.until("all cuts", Duration.ofMinutes(10), () -> proxy.left() == 0);
            watchers.forEach(Watcher::awaitEverything);
            assertThat(List.of(whole.isRunning(), delta.isRunning(), alerts.isRunning()))
                    .containsOnly(true);
        }
        for (Watcher watcher : watchers) {
            watcher.assertItIsTheQueue();
            assertThat(watcher.replayed).hasPositiveValue();
            System.out.println(watcher.breaks.size() + " breaks, " + watcher.replayed + " replayed messages, up to "
                    + watcher.position.get().seen());
        }
    }

    @Test
    void goesOnAfterTheBrokerWasRestartedAndAfterItWasKilled() {
        Watcher watcher = new Watcher();
        try (HostpulseClient client = client(hostpulse.websocket(), everything().delta(), watcher)) {
            watcher.awaitEverything();
            Script.Result restart = hostpulse.command("restart", "broker");
            assertThat(restart.exitCode()).as(restart.all()).isZero();
            Await.until("the goodbye of the broker", LIMIT, () -> !watcher.breaks.isEmpty());
            assertThat(watcher.breaks.element())
                    .contains("closed the connection with 1001")
                    .contains("connect again in");
            watcher.awaitEverything();
            long before = watcher.breaks.size();
            long killed = hostpulse.process("broker").at("pid").whole();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Await.until("the end of the connection", LIMIT, () -> watcher.breaks.size() > before);
            Await.until("another broker", LIMIT, () -> isRunningAgain(killed));
            watcher.awaitEverything();
            assertThat(client.isRunning()).isTrue();
        }
        watcher.assertItIsTheQueue();
        assertThat(new ArrayList<>(watcher.breaks)).endsWith("closed by this program");
    }

    private static boolean isRunningAgain(long killed) {
        Json broker = hostpulse.process("broker");
        return broker.at("state").text().equals("running") && broker.at("pid").whole() != killed;
    }

    @Test
    void anotherProcessGoesOnWhereTheFirstOneEnded() {
        Watcher watcher = new Watcher();
        for (int i = 0; i < 5; i++) {
            Subscription next = watcher.position.get() == null
                    ? everything()
                    : everything().from(Position.parse(watcher.position.get().text()));
            try (HostpulseClient client = client(hostpulse.websocket(), next, watcher)) {
                watcher.awaitEverything();
                assertThat(client.isRunning()).isTrue();
            }
        }
        watcher.assertItIsTheQueue();
    }
}
