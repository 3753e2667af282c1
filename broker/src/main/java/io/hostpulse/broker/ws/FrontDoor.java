package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.Client;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.HttpRequests;
import io.hostpulse.common.process.EpochClock;
import io.netty.channel.Channel;
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
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes clients of connections that ask for a WebSocket, on any path. Belongs to one event loop's thread. */
final class FrontDoor implements HttpFront.Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private static final long GOODBYE_MILLIS = 1000;

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
            Caller caller = gate.admit(HttpRequests.visitForWebSocket(context.channel(), request));
            if (!caller.mayLook()) {
                throw new ProblemException(caller.refusal());
            }
            shakeHands(context, request, caller);
        } catch (ProblemException e) {
            HttpFront.refuse(context, e.problem());
        } catch (WebSocketHandshakeException e) {
            LOG.info(
                    "{} asks for a WebSocket in a wrong way: {}",
                    context.channel().remoteAddress(),
                    e.getMessage());
            HttpFront.refuse(context, Problem.of(400, "this is no WebSocket handshake: " + e.getMessage()));
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
        Client client = audience.join(context.channel());
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(decoding.maxFramePayloadLength()))
                .addLast(new ClientHandler(
                        audience,
                        client,
                        replies,
                        clock,
                        new OrderCommands(orders, caller, () -> gate.isStanding(caller), replies, clock)))
                .remove(context.handler());
        context.channel().writeAndFlush(replies.connection());
        Channel channel = context.channel();
        Runnable forget = gate.stay(caller, () -> channel.eventLoop().execute(() -> end(channel, client)));
        channel.closeFuture().addListener(closed -> forget.run());
    }

    // A client that does not answer the goodbye is not waited for.
    private static void end(Channel channel, Client client) {
        LOG.info("client {} closed: its token was revoked or has ended", channel.remoteAddress());
        client.sayGoodbye(
                WebSocketCloseStatus.POLICY_VIOLATION.code(), "your token was revoked, changed, or has ended");
        channel.eventLoop().schedule(() -> channel.close(), GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
