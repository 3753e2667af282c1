package io.hostpulse.broker.ws;

import io.hostpulse.broker.ws.frame.FrameDecoder;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.util.Optional;

/** Answers a handshake, and reads what follows with our own decoder. For one connection. */
final class Handshaker extends WebSocketServerHandshaker13 {

    private static final String SUBPROTOCOLS = "hostpulse.v1";

    private final InboundLimits limits;
    private final Optional<String> extension;

    /**
     * Prepares the answer.
     *
     * @param limits what the client may send
     * @param extension the compression that is agreed on, as the answer says it; empty when messages stay as they are
     */
    Handshaker(InboundLimits limits, Optional<String> extension) {
        // The configuration is for Netty's decoder, and the address for a draft.
        super(
                "ws://localhost/",
                SUBPROTOCOLS,
                WebSocketDecoderConfig.newBuilder().build());
        this.limits = limits;
        this.extension = extension;
    }

    @Override
    public ChannelFuture handshake(Channel channel, FullHttpRequest request) {
        HttpHeaders headers = new DefaultHttpHeaders();
        extension.ifPresent(agreed -> headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, agreed));
        return handshake(channel, request, headers, channel.newPromise());
    }

    @Override
    protected WebSocketFrameDecoder newWebsocketDecoder() {
        return new FrameDecoder(limits, extension.isPresent());
    }
}
