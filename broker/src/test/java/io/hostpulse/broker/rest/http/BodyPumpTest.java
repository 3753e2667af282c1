package io.hostpulse.broker.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.rest.BodyParts;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps a long body by hand: the parts come when the test says so, and the socket takes them when it says so. */
class BodyPumpTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
    private final ChannelHandlerContext context = channel.pipeline().firstContext();
    private final Parts parts = new Parts();
    private boolean isWhole;
    private final BodyPump pump = new BodyPump(context, parts, Duration.ofSeconds(1), () -> isWhole = true);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void sendsAllPartsAndLetsGoOfThem() {
        pump.start();
        parts.comes("one");
        parts.comes("");
        parts.comes("two");
        parts.ends();
        assertThat(sent()).isEqualTo("one");
        assertThat(sent()).isEqualTo("two");
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(isWhole).isTrue();
        assertThat(parts.closed).isEqualTo(1);
    }

    @Test
    void asksForTheNextPartWhenTheSocketHasTakenTheLast() {
        takesNothing();
        pump.start();
        parts.comes("one");
        assertThat(parts.asked).isEqualTo(1);
        takesAgain();
        assertThat(parts.asked).isEqualTo(2);
    }

    @Test
    void cutsOffWhoTakesNothing() {
        channel.freezeTime();
        takesNothing();
        pump.start();
        parts.comes("one");
        channel.advanceTimeBy(999, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(isWhole).isFalse();
    }

    @Test
    void breaksOffWhenAPartCannotBeMade() {
        pump.start();
        parts.fails();
        assertThat(channel.isOpen()).isFalse();
        assertThat(isWhole).isFalse();
    }

    @Test
    void letsGoOfThePartsWhenTheClientGoesButNotWhileOneIsMade() {
        pump.start();
        pump.end();
        assertThat(parts.closed).isZero();
        parts.comes("one");
        assertThat(parts.closed).isEqualTo(1);
        pump.end();
        assertThat(parts.closed).isEqualTo(1);
        assertThat(parts.asked).isEqualTo(1);
    }

    @Test
    void letsGoAtOnceWhenTheClientGoesWhileItIsWaitedFor() {
        takesNothing();
        pump.start();
        parts.comes("one");
        pump.end();
        assertThat(parts.closed).isEqualTo(1);
        takesAgain();
        assertThat(parts.asked).isEqualTo(1);
    }

    private void takesNothing() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    }

    private void takesAgain() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        pump.writabilityChanged();
    }

    private String sent() {
        HttpContent content = channel.readOutbound();
        try {
            return new String(ByteBufUtil.getBytes(content.content()), StandardCharsets.US_ASCII);
        } finally {
            content.release();
        }
    }

    private final class Parts implements BodyParts {
        private final Deque<CompletableFuture<Optional<byte[]>>> open = new ArrayDeque<>();
        private int asked;
        private int closed;

        @Override
        public CompletionStage<Optional<byte[]>> next() {
            asked++;
            CompletableFuture<Optional<byte[]>> part = new CompletableFuture<>();
            open.add(part);
            return part;
        }

        void comes(String text) {
            open.remove().complete(Optional.of(text.getBytes(StandardCharsets.US_ASCII)));
            channel.runPendingTasks();
        }

        void ends() {
            open.remove().complete(Optional.empty());
            channel.runPendingTasks();
        }

        void fails() {
            open.remove().completeExceptionally(new IllegalStateException("the disk is gone"));
            channel.runPendingTasks();
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
