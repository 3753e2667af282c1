package io.hostpulse.broker.ws;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.rest.Pages;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.process.EpochClock;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first to see a connection's requests: one that asks for a WebSocket becomes a client, on any path; every other is
 * answered with a page. Belongs to its event loop's thread.
 */
final class FrontDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Audience audience;
    private final Replies replies;
    private final Pages pages;
    private final EpochClock clock;
    private final WebSocketDecoderConfig decoding;

    FrontDoor(Audience audience, Replies replies, Pages pages, EpochClock clock, int maxMessageSize) {
        this.audience = audience;
        this.replies = replies;
        this.pages = pages;
        this.clock = clock;
        this.decoding = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(maxMessageSize)
                .allowExtensions(false)
                .withUTF8Validator(true)
                .build();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgrade(context, request);
        } else {
            respond(context, request);
        }
    }

    private void respond(ChannelHandlerContext context, FullHttpRequest request) {
        FullHttpResponse response = pages.respond(request);
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        HttpUtil.setContentLength(response, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture sent = context.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost/", "hostpulse.v1", decoding)
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                welcome(context);
            }
        });
    }

    private void welcome(ChannelHandlerContext context) {
        if (!audience.hasRoom()) {
            context.writeAndFlush(new CloseWebSocketFrame(
                            WebSocketCloseStatus.TRY_AGAIN_LATER, "this server has as many clients as it may have"))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        context.pipeline()
                .addLast(new WebSocketFrameAggregator(decoding.maxFramePayloadLength()))
                .addLast(new ClientHandler(
                        audience, audience.join(context.channel()), replies, clock, new PayloadReader()))
                .remove(this);
        context.channel().writeAndFlush(replies.connection());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("connection from {} is gone", context.channel().remoteAddress(), cause);
        } else {
            LOG.warn("connection from {} closed: {}", context.channel().remoteAddress(), cause.toString());
        }
        context.close();
    }
}
