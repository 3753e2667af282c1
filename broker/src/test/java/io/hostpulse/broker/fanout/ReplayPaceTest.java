package io.hostpulse.broker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.replay.ReplayStats;
import io.hostpulse.broker.replay.Replayer;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Place;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay of several turns while somebody sets the clock. */
class ReplayPaceTest {

    private static final StreamName MEMORY = new StreamName("memory");
    private static final int RECORDS = 150;
    private static final int TEN_TURNS_A_SECOND = 640 * 1024;

    @TempDir
    Path root;

    private final AtomicLong now = new AtomicLong(1_735_899_330_000_000_000L);
    private final EventLoop loop = new DefaultEventLoop();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Client client = new Client(channel, false, 0);
    private final Group group = new Groups(Subscription.unasked(List.of()), () -> 1).unasked();
    private MarkFile mark;
    private Replayer replayer;

    @BeforeEach
    void write() throws Exception {
        DataDirectory data = new DataDirectory(root);
        data.create();
        mark = MarkFile.create(data, "replaying", 1);
        StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofSeconds(1), "collector-memory");
        String payload = "{\"text\":\"" + "long ".repeat(300) + "\"}";
        Path stream = data.queues().resolve(MEMORY.value());
        try (SnapshotAppender appender = SnapshotAppender.open(stream, descriptor, now::get)) {
            for (int i = 0; i < RECORDS; i++) {
                now.addAndGet(Duration.ofSeconds(1).toNanos());
                appender.append(RecordKind.OK, now.get(), ByteBuffer.wrap(payload.getBytes(StandardCharsets.US_ASCII)));
            }
        }
        group.sending(new Cut(1, false, new Cursor(new TreeMap<>(Map.of(MEMORY, new Place(RECORDS, now.get()))))));
        replayer = new Replayer(
                new QueueDirectory(data.queues()),
                UnpooledByteBufAllocator.DEFAULT,
                now::get,
                Duration.ofSeconds(1),
                () -> TEN_TURNS_A_SECOND,
                new ReplayStats(mark));
    }

    @AfterEach
    void close() throws Exception {
        replayer.close();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        channel.finishAndReleaseAll();
        mark.close();
    }

    @Test
    void goesOnWhenTheClockIsSetBack() throws Exception {
        loop.submit(this::begin).get();
        await(() -> !channel.outboundMessages().isEmpty());
        now.addAndGet(-Duration.ofHours(1).toNanos());
        await(() -> {
            now.addAndGet(Duration.ofMillis(200).toNanos());
            return client.following().isLive();
        });
        assertThat(channel.outboundMessages()).hasSizeGreaterThan(2);
    }

    private void begin() {
        client.following().begin(group);
        ReplayTarget target = new ReplayTarget(
                loop, client, new Members(group), client.following().leaveLive());
        replayer.begin(target, group, new Since.At(0), recovery -> {});
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!loop.submit(condition::holds).get()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
