package io.hostpulse.broker.ws;

import io.hostpulse.broker.ws.frame.FrameDecoder;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;

/** Answers a handshake, and reads what follows with our own decoder. For one connection. */
final class Handshaker extends WebSocketServerHandshaker13 {

    private static final String SUBPROTOCOLS = "hostpulse.v1";

    private final InboundLimits limits;

    Handshaker(InboundLimits limits) {
        // The configuration is for Netty's decoder, and the address for a draft.
        super(
                "ws://localhost/",
                SUBPROTOCOLS,
                WebSocketDecoderConfig.newBuilder().build());
        this.limits = limits;
    }

    @Override
    protected WebSocketFrameDecoder newWebsocketDecoder() {
        return new FrameDecoder(limits);
    }
}
