package io.hostpulse.broker.ws;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.Client;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.text.Printable;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one client. Belongs to its event loop's thread. */
final class ClientHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger LOG = LoggerFactory.getLogger(ClientHandler.class);

    private final Audience audience;
    private final Client client;
    private final Replies replies;
    private final PayloadReader reader;
    private final OrderCommands orders;
    private final SubscriptionCommands subscriptions;

    ClientHandler(
            Audience audience,
            Client client,
            Replies replies,
            PayloadReader reader,
            OrderCommands orders,
            SubscriptionCommands subscriptions) {
        this.audience = audience;
        this.client = client;
        this.replies = replies;
        this.reader = reader;
        this.orders = orders;
        this.subscriptions = subscriptions;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        client.heard(System.nanoTime());
        if (frame instanceof CloseWebSocketFrame close) {
            client.goodbyeHeard(close.retain());
        } else if (client.isClosing()) {
            LOG.debug("a frame of {} came behind the goodbye", context.channel().remoteAddress());
        } else if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
            answer(context, ByteBufUtil.getBytes(frame.content()));
        } else if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        }
    }

    private void answer(ChannelHandlerContext context, byte[] message) {
        try {
            answer(context, Command.parse(reader, message));
        } catch (InvalidCommandException e) {
            context.writeAndFlush(replies.error(e.code(), e.getMessage(), e.id()));
        }
    }

    private void answer(ChannelHandlerContext context, Command command) {
        if (OrderCommands.isOrder(command.type())) {
            orders.place(command)
                    .thenAccept(answer -> context.executor().execute(() -> answer(context, answer.make())));
        } else if (command.type().equals("subscribe")) {
            subscriptions.subscribe(command, answer -> answer(context, answer));
        } else {
            context.writeAndFlush(reply(command));
        }
    }

    // Nothing may follow a close frame.
    private void answer(ChannelHandlerContext context, TextWebSocketFrame frame) {
        if (client.isClosing()) {
            frame.release();
        } else {
            context.writeAndFlush(frame);
        }
    }

    private TextWebSocketFrame reply(Command command) {
        return switch (command.type()) {
            case "ping" -> replies.pong(command.id());
            case "get_status" -> replies.status(audience.size(), command.id());
            case "unsubscribe" -> subscriptions.unsubscribe(command);
            default ->
                replies.error(
                        "UNKNOWN_TYPE",
                        "unknown message type '" + Printable.brief(command.type())
                                + "': known are ping, get_status, subscribe, unsubscribe, " + OrderCommands.names(),
                        command.id());
        };
    }

    // A client that sends faster than it reads must read before it is heard again: its answers would pile up here.
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }

    /** The socket, or what encrypts it; nothing can be said any more. */
    private static boolean isBroken(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof DecoderException && cause.getCause() instanceof SSLException;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException violation) {
            LOG.info("client {} closed: {}", context.channel().remoteAddress(), violation.getMessage());
            audience.noteWrong();
            client.hangUp(violation.closeStatus().code(), violation.getMessage());
        } else if (isBroken(cause)) {
            LOG.debug("client {} is gone", context.channel().remoteAddress(), cause);
            context.close();
        } else {
            LOG.error(
                    "client {} closed because of a defect in Hostpulse",
                    context.channel().remoteAddress(),
                    cause);
            client.hangUp(WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(), "this went wrong inside Hostpulse");
        }
    }
}
