package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.HttpRequests;
import io.hostpulse.common.process.EpochClock;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes clients of connections that ask for a WebSocket, on any path. Belongs to one event loop's thread. */
final class FrontDoor implements HttpFront.Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Audience audience;
    private final Replies replies;
    private final EpochClock clock;
    private final Gate gate;
    private final Orders orders;
    private final WebSocketDecoderConfig decoding;

    FrontDoor(Audience audience, Replies replies, EpochClock clock, Gate gate, Orders orders, int maxMessageSize) {
        this.audience = audience;
        this.replies = replies;
        this.clock = clock;
        this.gate = gate;
        this.orders = orders;
        this.decoding = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxMessageSize)
                .allowExtensions(false)
                .withUTF8Validator(true)
                .build();
    }

    @Override
    public void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        try {
            Caller caller = gate.welcome(HttpRequests.visit(context.channel(), request, Optional.empty()));
            shakeHands(context, request, caller);
        } catch (WebSocketHandshakeException e) {
            LOG.info(
                    "{} asks for a WebSocket in a wrong way: {}",
                    context.channel().remoteAddress(),
                    e.getMessage());
            HttpFront.refuse(context, "this is no WebSocket handshake: " + e.getMessage());
        } finally {
            request.release();
        }
    }

    private void shakeHands(ChannelHandlerContext context, FullHttpRequest request, Caller caller) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost/", "hostpulse.v1", decoding)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                welcome(context, caller);
            }
        });
    }

    private void welcome(ChannelHandlerContext context, Caller caller) {
        context.channel().config().setAutoRead(true);
        if (!audience.hasRoom()) {
            context.writeAndFlush(new CloseWebSocketFrame(
                            WebSocketCloseStatus.TRY_AGAIN_LATER, "this server has as many clients as it may have"))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(decoding.maxFramePayloadLength()))
                .addLast(new ClientHandler(
                        audience,
                        audience.join(context.channel()),
                        replies,
                        clock,
                        new OrderCommands(orders, caller, replies, clock)))
                .remove(context.handler());
        context.channel().writeAndFlush(replies.connection());
    }
}
