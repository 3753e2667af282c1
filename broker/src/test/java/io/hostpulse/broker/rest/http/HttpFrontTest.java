package io.hostpulse.broker.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.auth.AddressBudget;
import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.rest.Accesses;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front on a connection whose clock the test moves. */
class HttpFrontTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Deque<CompletableFuture<Response>> asked = new ArrayDeque<>();

    @TempDir
    Path root;

    private MarkFile mark;
    private HttpConnections connections;
    private Connection channel;

    @BeforeEach
    void connect() throws Exception {
        DataDirectory data = new DataDirectory(root);
        data.create();
        mark = MarkFile.create(data, "broker", 0);
        connections = new HttpConnections(() -> new HttpLimits(Duration.ofSeconds(20), 2, 2), mark);
        channel = new Connection(new HttpServerCodec(), new BodyLimit(), front());
    }

    @AfterEach
    void close() throws Exception {
        channel.close().syncUninterruptibly();
        mark.close();
    }

    private HttpFront front() {
        Site site = new Site(
                Accesses.gate(),
                request -> {
                    CompletableFuture<Response> answer = new CompletableFuture<>();
                    asked.add(answer);
                    return answer;
                },
                new AddressBudget(1000, 1000, EpochClock.SYSTEM),
                Accesses.audit(),
                new Desk("desk"));
        return new HttpFront(site, connections, (context, request) -> request.release());
    }

    @Test
    void closesAConnectionOnWhichNothingComes() {
        channel.advanceTimeBy(19, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionOnWhichABodyDrips() {
        receive("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
        for (int i = 0; i < 25; i++) {
            if (channel.isOpen()) {
                receive("x");
            }
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
        assertThat(channel.isOpen()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void waitsForAnAnswerHoweverLongItTakes() {
        receive(GET);
        channel.advanceTimeBy(60, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        answerNext();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void letsASlowClientTakeItsAnswerToTheEnd() {
        channel.most = 40_000;
        receive(GET);
        asked.remove().complete(Response.of(200, "application/octet-stream", new byte[1_000_000]));
        channel.runPendingTasks();
        while (channel.taken < 1_000_000) {
            assertThat(channel.isOpen()).as("with %s bytes", channel.taken).isTrue();
            channel.flush();
            pass(Duration.ofSeconds(20));
        }
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(21));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionThatHardlyTakesItsAnswer() {
        channel.most = 40_000;
        receive(GET);
        asked.remove().complete(Response.of(200, "application/octet-stream", new byte[1_000_000]));
        channel.runPendingTasks();
        channel.most = 1_000;
        for (int i = 0; i < 4; i++) {
            pass(Duration.ofSeconds(10));
            channel.flush();
        }
        assertThat(channel.isOpen()).isFalse();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void asksForTheNextRequestOnlyWhenTheLastIsAnswered() {
        receive(GET + GET + GET);
        assertThat(asked).hasSize(1);
        assertThat(channel.config().isAutoRead()).isFalse();
        answerNext();
        assertThat(asked).hasSize(1);
        answerNext();
        answerNext();
        assertThat(asked).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void makesRoomByEndingTheConnectionThatHasWaitedLongest() {
        EmbeddedChannel second = new Connection(new HttpServerCodec(), new BodyLimit(), front());
        EmbeddedChannel third = new Connection(new HttpServerCodec(), new BodyLimit(), front());
        assertThat(channel.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
        second.close().syncUninterruptibly();
        EmbeddedChannel fourth = new Connection(new HttpServerCodec(), new BodyLimit(), front());
        assertThat(third.isOpen()).isTrue();
        third.close().syncUninterruptibly();
        fourth.close().syncUninterruptibly();
    }

    @Test
    void refusesAConnectionWhenAllOthersAreBeingAnswered() {
        EmbeddedChannel second = new Connection(new HttpServerCodec(), new BodyLimit(), front());
        receive(GET);
        second.writeInbound(Unpooled.copiedBuffer(GET, StandardCharsets.US_ASCII));
        EmbeddedChannel third = new Connection(new HttpServerCodec(), new BodyLimit(), front());
        ByteBuf answer = third.readOutbound();
        assertThat(answer.toString(StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 503 ")
                .containsIgnoringCase("retry-after: ");
        assertThat(third.isOpen()).isFalse();
        assertThat(channel.isOpen()).isTrue();
        answer.release();
        second.close().syncUninterruptibly();
    }

    private void receive(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void answerNext() {
        asked.remove().complete(Response.of(200, "text/plain", new byte[0]));
        channel.runPendingTasks();
    }

    /** An embedded channel has no address that could be one of this machine's. */
    private static final class Connection extends EmbeddedChannel {

        /** How many bytes the socket takes each time it is asked to; 0 for all there are. */
        private int most;

        private long taken;

        Connection(HttpServerCodec codec, BodyLimit limit, HttpFront front) {
            super(codec, limit, front);
            freezeTime();
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer in) throws Exception {
            if (most == 0) {
                super.doWrite(in);
                return;
            }
            long before = in.totalPendingWriteBytes() - in.currentProgress();
            in.removeBytes(Math.min(most, before));
            taken += Math.min(most, before);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        }
    }
}
