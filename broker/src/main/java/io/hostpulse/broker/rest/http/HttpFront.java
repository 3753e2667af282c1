package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.BodyParts;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.Response;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first to see a connection's requests: one that asks for a WebSocket is passed on, every other is answered. Requests that
 * come in a row are answered in their order, one at a time; while one is at work, nothing more is read. Belongs to its event
 * loop's thread.
 */
public final class HttpFront extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    /** What one reading of the socket may bring beside the request that is at work. */
    private static final int MAX_WAITING = 64;

    private final Site site;
    private final HttpConnections connections;
    private final Upgrade upgrade;
    private final Deque<FullHttpRequest> waiting = new ArrayDeque<>();
    private boolean isBusy;
    private Optional<RequestDeadline> deadline = Optional.empty();
    private Optional<BodyPump> pump = Optional.empty();

    /**
     * Serves one connection.
     *
     * @param site what is answered
     * @param connections all that there are
     * @param upgrade takes connections that become WebSockets
     */
    public HttpFront(Site site, HttpConnections connections, Upgrade upgrade) {
        this.site = site;
        this.connections = connections;
        this.upgrade = upgrade;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!connections.arrive(context.channel(), HttpRequests.peer(context.channel()))) {
            refuse(context, Problem.busy("too many requests are being answered"));
            return;
        }
        RequestDeadline first =
                new RequestDeadline(context, () -> connections.limits().requestWithin());
        first.begin();
        deadline = Optional.of(first);
        context.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (deadline.isEmpty()) {
            return; // it was refused when it came
        }
        if (waiting.size() >= MAX_WAITING) {
            LOG.info(
                    "{} sent more requests in a row than it may: closed",
                    context.channel().remoteAddress());
            context.close();
            return;
        }
        waiting.add(request.retain());
        takeNext(context);
    }

    private void takeNext(ChannelHandlerContext context) {
        if (isBusy || waiting.isEmpty()) {
            return;
        }
        isBusy = true;
        context.channel().config().setAutoRead(false);
        deadline.ifPresent(RequestDeadline::cancel);
        connections.busy(context.channel());
        FullHttpRequest request = waiting.remove();
        if (request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgrade.upgrade(context, request);
        } else {
            site.answer(context.channel(), request).whenComplete((response, never) -> context.executor()
                    .execute(() -> respond(context, request, response)));
        }
    }

    /**
     * Refuses a handshake, and ends the connection.
     *
     * @param context the front's place in the connection
     * @param problem why
     */
    public static void refuse(ChannelHandlerContext context, Problem problem) {
        context.writeAndFlush(HttpResponses.of(problem.response(), false)).addListener(ChannelFutureListener.CLOSE);
    }

    private void respond(ChannelHandlerContext context, FullHttpRequest request, Response response) {
        boolean keepAlive =
                HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess() && HttpRequests.isSpoken(request);
        boolean isModern = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        request.release();
        if (response.parts().isEmpty()) {
            sent(context, context.writeAndFlush(HttpResponses.of(response, keepAlive)), keepAlive);
        } else {
            sendInParts(context, response, isModern, isHead, keepAlive && isModern);
        }
    }

    private void sendInParts(
            ChannelHandlerContext context, Response response, boolean inChunks, boolean isHead, boolean keepAlive) {
        BodyParts parts = response.parts().orElseThrow();
        BodyPump body = new BodyPump(context, parts, connections.limits().requestWithin(), () -> {
            pump = Optional.empty();
            sent(context, context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT), keepAlive);
        });
        if (!context.channel().isActive()) {
            body.end();
            return;
        }
        context.writeAndFlush(HttpResponses.beginning(response, inChunks, keepAlive));
        if (isHead) {
            body.end();
            sent(context, context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT), keepAlive);
        } else {
            pump = Optional.of(body);
            body.start();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        pump.ifPresent(BodyPump::writabilityChanged);
        context.fireChannelWritabilityChanged();
    }

    private void sent(ChannelHandlerContext context, ChannelFuture sent, boolean keepAlive) {
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
        isBusy = false;
        connections.idle(context.channel());
        deadline.ifPresent(RequestDeadline::begin);
        takeNext(context);
        context.channel().config().setAutoRead(!isBusy);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        connections.leave(context.channel());
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        pump.ifPresent(BodyPump::end);
        deadline.ifPresent(RequestDeadline::cancel);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause.getCause() instanceof SSLException) {
            LOG.debug("connection from {} is gone", context.channel().remoteAddress(), cause);
        } else {
            LOG.warn("connection from {} closed: {}", context.channel().remoteAddress(), cause.toString());
        }
        context.close();
    }

    /** Takes connections that become WebSockets. */
    public interface Upgrade {

        /**
         * Takes a connection over, and removes this front from it. Reading is paused.
         *
         * @param context the front's place in the connection
         * @param request the handshake; to be released
         */
        void upgrade(ChannelHandlerContext context, FullHttpRequest request);
    }
}
