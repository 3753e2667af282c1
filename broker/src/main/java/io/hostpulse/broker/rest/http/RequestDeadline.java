package io.hostpulse.broker.rest.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a connection may owe its next request. Whoever is still taking the last answer need not have asked for another yet. Belongs to the
 * thread of the connection.
 */
final class RequestDeadline {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);

    /** What a client takes of its answer in that time; one that takes less would keep it in memory for hours. */
    private static final int LEAST_TAKEN = 32 * 1024;

    private final ChannelHandlerContext context;
    private final Supplier<Duration> patience;
    private Optional<Future<?>> end = Optional.empty();

    /**
     * Prepares.
     *
     * @param context the connection
     * @param patience how long it may take; asked each time
     */
    RequestDeadline(ChannelHandlerContext context, Supplier<Duration> patience) {
        this.context = context;
        this.patience = patience;
    }

    /** From now on a request is waited for. */
    void begin() {
        long owed = owed();
        end = Optional.of(
                context.executor().schedule(() -> passed(owed), patience.get().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** It is here, or nobody waits for it any more. */
    void cancel() {
        end.ifPresent(one -> one.cancel(false));
        end = Optional.empty();
    }

    private void passed(long owed) {
        if (owed > 0 && owed - owed() >= Math.min(owed, LEAST_TAKEN)) {
            begin();
            return;
        }
        LOG.debug(
                "{} {} in time: closed",
                context.channel().remoteAddress(),
                owed > 0 ? "did not take its answer" : "sent no whole request");
        context.close();
    }

    /** Bytes of answers that were written and that the socket has not taken. */
    private long owed() {
        Channel channel = context.channel();
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }
}
