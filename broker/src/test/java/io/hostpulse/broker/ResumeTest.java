package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that come back with their cursor at any moment: the union of what each saw is the queue, every record once and in order. */
class ResumeTest {

    /** 10,000 take some minutes: {@code -Dhostpulse.resume.disconnects=10000}. */
    private static final int DISCONNECTS = Integer.getInteger("hostpulse.resume.disconnects", 300);

    private static final int CLIENTS = 12;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(15);
    private static final ByteBuffer PAYLOAD =
            ByteBuffer.wrap("{\"some\":\"words\",\"a\":[1,2,3]}".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path root;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger left = new AtomicInteger(DISCONNECTS);

    @Test
    void missesNothingAndSeesNothingTwice() throws Exception {
        long seed = System.nanoTime();
        System.out.println(DISCONNECTS + " disconnects with seed " + seed);
        try (RunningBroker broker = new RunningBroker(root)) {
            Map<String, SnapshotAppender> streams = new LinkedHashMap<>();
            for (String stream : ReturningClient.streams()) {
                streams.put(stream, broker.stream(stream, Duration.ofMillis(100)));
            }
            Future<Map<String, Long>> writing = threads.submit(() -> write(streams, new Random(seed)));
            List<Future<ReturningClient>> visitors = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(seed + 1 + i);
                ReturningClient client = new ReturningClient(broker.port(), i % 3 == 0 ? ",\"delta\":true" : "");
                visitors.add(threads.submit(() -> comeAndGo(client, random)));
            }
            List<ReturningClient> clients = new ArrayList<>();
            for (Future<ReturningClient> visitor : visitors) {
                clients.add(visitor.get(30, TimeUnit.MINUTES));
            }
            isOver.set(true);
            Map<String, Long> everything = writing.get(10, TimeUnit.SECONDS);
            for (ReturningClient client : clients) {
                client.readUntil(everything);
                assertThat(client.replayed()).isPositive();
            }
            System.out.println("each client saw " + everything + "; the first one in "
                    + clients.get(1).replayed() + " replayed and "
                    + clients.get(1).live() + " live messages");
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
    }

    private ReturningClient comeAndGo(ReturningClient client, Random random) throws IOException {
        while (left.getAndDecrement() > 0) {
            client.visit(random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(400));
        }
        return client;
    }

    /** One stream often has several records between two messages, one has none for a second. */
    private Map<String, Long> write(Map<String, SnapshotAppender> streams, Random random) {
        Map<String, Integer> rarity = Map.of("even", 20, "often", 10, "seldom", 100);
        while (!isOver.get()) {
            streams.forEach((name, stream) -> {
                if (random.nextInt(rarity.get(name)) == 0) {
                    stream.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), PAYLOAD.duplicate());
                }
            });
            LockSupport.parkNanos(PAUSE);
        }
        Map<String, Long> last = new LinkedHashMap<>();
        streams.forEach((name, stream) -> {
            if (stream.lastSequence() > 0) {
                last.put(name, stream.lastSequence());
            }
        });
        return last;
    }
}
