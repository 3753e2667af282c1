package io.hostpulse.broker.fanout;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections so that the other side can read why. A socket that is closed with something unread in it makes the other side's
 * system throw away what it has not read either. Connection's thread.
 */
public final class Farewell {

    /** Enough for an answer from far away. */
    private static final long PATIENCE_SECONDS = 3;

    private Farewell() {}

    /**
     * Says why, says nothing more, and hears nothing more. The connection ends when the other side ends it, or soon.
     *
     * @param channel a WebSocket
     * @param status why, as a close code
     * @param reason why, for people; at most 123 bytes
     */
    public static void hangUp(Channel channel, int status, String reason) {
        channel.pipeline().addFirst(new Discard());
        channel.writeAndFlush(new CloseWebSocketFrame(status, reason)).addListener(sent -> {
            endOutput(channel);
            endSoon(channel);
        });
        channel.config().setAutoRead(true);
    }

    // Without TLS's own goodbye the other side would have to take the end for an attack.
    private static void endOutput(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            shutDownOutput(channel);
        } else {
            tls.closeOutbound().addListener(said -> shutDownOutput(channel));
        }
    }

    private static void shutDownOutput(Channel channel) {
        if (channel instanceof DuplexChannel connection) {
            connection.shutdownOutput();
        }
    }

    /** Begins the closing handshake; what the other side sends until then is heard. */
    static void begin(Channel channel, int status, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(status, reason)).addListener(sent -> endSoon(channel));
    }

    private static void endSoon(Channel channel) {
        Future<?> end = channel.eventLoop().schedule(() -> channel.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> end.cancel(false));
    }

    /** Throws everything away. */
    private static final class Discard extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
