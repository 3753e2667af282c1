package io.hostpulse.broker.ws;

import io.hostpulse.broker.compression.DeflateOffer;
import io.hostpulse.broker.compression.MessageInflater;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.Client;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.HttpRequests;
import io.hostpulse.common.process.EpochClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
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
    private final ServerFacts facts;
    private final WebSocketDecoderConfig decoding;
    private final Optional<MessageInflater> inflater;

    FrontDoor(Audience audience, ServerFacts facts, EpochClock clock, Gate gate, Orders orders, int maxMessageSize) {
        this.audience = audience;
        this.facts = facts;
        this.replies = new Replies(facts, clock);
        this.inflater = facts.compresses() ? Optional.of(new MessageInflater(maxMessageSize)) : Optional.empty();
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
        Optional<String> agreed = inflater.isPresent()
                ? DeflateOffer.accept(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS))
                : Optional.empty();
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost/", facts.protocol(), decoding(agreed.isPresent()))
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        agreed.ifPresent(extension -> headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, extension));
        Channel channel = context.channel();
        handshaker.handshake(channel, request, headers, channel.newPromise()).addListener(done -> {
            if (done.isSuccess()) {
                welcome(context, caller, agreed.isPresent());
            }
        });
    }

    /** The bit RSV1 is let through for those who agreed on compression; {@link Inflation} looks after it. */
    private WebSocketDecoderConfig decoding(boolean isCompressing) {
        return decoding.toBuilder().allowExtensions(isCompressing).build();
    }

    private void welcome(ChannelHandlerContext context, Caller caller, boolean isCompressing) {
        context.channel().config().setAutoRead(true);
        if (!audience.hasRoom()) {
            context.writeAndFlush(new CloseWebSocketFrame(
                            WebSocketCloseStatus.TRY_AGAIN_LATER, "this server has as many clients as it may have"))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        if (isCompressing) {
            context.pipeline().addLast(new Inflation(inflater.orElseThrow(), decoding.maxFramePayloadLength()));
        }
        Client client = audience.join(context.channel(), isCompressing);
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(decoding.maxFramePayloadLength()))
                .addLast(new ClientHandler(
                        audience,
                        client,
                        replies,
                        clock,
                        new OrderCommands(orders, caller, replies, clock),
                        new SubscriptionCommands(audience, client, replies, facts.interval(), clock)))
                .remove(context.handler());
        context.channel().writeAndFlush(replies.connection(isCompressing));
    }
}
