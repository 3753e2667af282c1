package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.BodyParts;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a long body at the pace of its client: the next piece is made when the socket has taken the last one, so no more than two wait in
 * memory. A client that takes nothing for a while is cut off. Belongs to the thread of the connection.
 */
final class BodyPump {

    private static final Logger LOG = LoggerFactory.getLogger(BodyPump.class);

    private final ChannelHandlerContext context;
    private final BodyParts parts;
    private final Duration patience;
    private final Runnable whole;
    private Optional<Future<?>> check = Optional.empty();
    private boolean isMaking;
    private boolean isWaiting;
    private boolean isEnded;

    /**
     * Prepares.
     *
     * @param context where to write
     * @param parts the body
     * @param patience how long a client may take nothing
     * @param whole is called when all was written
     */
    BodyPump(ChannelHandlerContext context, BodyParts parts, Duration patience, Runnable whole) {
        this.context = context;
        this.parts = parts;
        this.patience = patience;
        this.whole = whole;
    }

    void start() {
        isMaking = true;
        next().whenComplete((piece, failure) -> context.executor().execute(() -> take(piece, failure)));
    }

    private CompletionStage<Optional<byte[]>> next() {
        try {
            return parts.next();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void take(Optional<byte[]> piece, Throwable failure) {
        isMaking = false;
        if (isEnded) {
            parts.close();
        } else if (failure != null) {
            // Too late for a problem document; what is missing at the end tells the client.
            LOG.warn("an answer to {} breaks off", context.channel().remoteAddress(), failure);
            context.close();
        } else if (piece.isEmpty()) {
            end();
            whole.run();
        } else {
            send(piece.get());
        }
    }

    private void send(byte[] piece) {
        if (piece.length > 0) {
            context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)));
        }
        if (context.channel().isWritable()) {
            start();
        } else {
            isWaiting = true;
            watch(context.channel().bytesBeforeWritable());
        }
    }

    private void watch(long owed) {
        check = Optional.of(context.executor().schedule(() -> look(owed), patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void look(long owed) {
        long still = context.channel().bytesBeforeWritable();
        if (still < owed) {
            watch(still);
        } else {
            LOG.info(
                    "{} takes nothing of its answer: cut off", context.channel().remoteAddress());
            context.close();
        }
    }

    /** The socket has taken something, perhaps enough. */
    void writabilityChanged() {
        if (isWaiting && context.channel().isWritable()) {
            isWaiting = false;
            stopWatching();
            start();
        }
    }

    private void stopWatching() {
        check.ifPresent(one -> one.cancel(false));
        check = Optional.empty();
    }

    /** The connection is gone, or all is sent. */
    void end() {
        if (!isEnded) {
            isEnded = true;
            isWaiting = false;
            stopWatching();
            if (!isMaking) {
                parts.close();
            }
        }
    }
}
