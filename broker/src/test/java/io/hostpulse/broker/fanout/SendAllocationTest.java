package io.hostpulse.broker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hostpulse.broker.feed.GroupMessage;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.MarkFile;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts the bytes that the loop's thread allocates, which unlike time does not depend on what else the machine does. Messages come from the
 * allocator of production: of other kinds of buffers each duplicate is a new object.
 */
class SendAllocationTest {

    private static final int CLIENTS = 100;
    private static final int BROADCASTS = 500;
    private static final int MOST_ROUNDS = 20;

    /** For each client and message; an object would be 16 at least. What a message needs once is divided among a hundred. */
    private static final double NEXT_TO_NOTHING = 12;

    private static final byte[] MESSAGE = "{\"type\":\"monitoring_data\",\"data\":{\"memory\":{\"percent\":51.5}}}"
            .getBytes(StandardCharsets.US_ASCII);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Transport transport = Transport.of(TransportChoice.AUTO);
    private final EventLoopGroup group = transport.start("client-io", 1);
    private final EventLoop loop = group.next().next();
    private final Groups groups = new Groups(Subscription.unasked(List.of()), () -> 1);
    private final CountDownLatch joined = new CountDownLatch(CLIENTS);
    private final List<Socket> sockets = new ArrayList<>();
    private MarkFile mark;
    private AudienceStats stats;
    private Audience audience;
    private Channel listening;

    @TempDir
    Path root;

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        DataDirectory data = new DataDirectory(root);
        data.create();
        mark = MarkFile.create(data, "sending", 1);
        stats = new AudienceStats(mark);
        long patience = Duration.ofMinutes(1).toNanos();
        audience = new Audience(
                loop,
                System::nanoTime,
                () -> new AudienceLimits(CLIENTS, patience, patience),
                stats,
                groups,
                (target, followed, since, answer) -> {});
        listening = new ServerBootstrap()
                .group(group)
                .channel(transport.serverChannel())
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new WebSocket13FrameEncoder(false));
                        channel.eventLoop().execute(() -> {
                            audience.join(channel, false);
                            joined.countDown();
                        });
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = new Socket();
            socket.connect(listening.localAddress());
            sockets.add(socket);
        }
        assertThat(joined.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        listening.close().syncUninterruptibly();
        for (Socket socket : sockets) {
            socket.close();
        }
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        mark.close();
    }

    @Test
    void makesNoObjectForAClientThatIsSentAMessage() throws Exception {
        double fewest = Double.MAX_VALUE;
        // In the first one classes are loaded; in any, a loop that is held up may need more than the pools have.
        for (int round = 0; round < MOST_ROUNDS && fewest >= NEXT_TO_NOTHING; round++) {
            fewest = Math.min(fewest, bytesForASend());
        }
        assertThat(stats.figures().get("messages_skipped_total")).contains(new Value.Whole(0));
        assertThat(fewest).as("bytes for a send").isLessThan(NEXT_TO_NOTHING);
    }

    private double bytesForASend() throws Exception {
        long before = allocated();
        for (int i = 0; i < BROADCASTS; i++) {
            audience.send(GroupMessage.of(
                    groups.unasked(),
                    PooledByteBufAllocator.DEFAULT.directBuffer(MESSAGE.length).writeBytes(MESSAGE)));
        }
        long after = allocated();
        readAll();
        return (double) (after - before) / BROADCASTS / CLIENTS;
    }

    private long allocated() throws Exception {
        return loop.submit(() ->
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()))
                .get(30, TimeUnit.SECONDS);
    }

    // So that the sockets have room for the next round.
    private void readAll() throws IOException {
        int bytes = BROADCASTS * (MESSAGE.length + 2);
        for (Socket socket : sockets) {
            InputStream in = socket.getInputStream();
            in.readNBytes(bytes);
        }
    }
}
