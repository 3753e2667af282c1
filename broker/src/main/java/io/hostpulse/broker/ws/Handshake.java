package io.hostpulse.broker.ws;

import io.hostpulse.broker.rest.Problem;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a request for a WebSocket by RFC 6455, section 4.2.1. Netty's own handshake also speaks drafts; this server does not. */
final class Handshake {

    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /** Why the request is no handshake; empty when it is one. */
    static Optional<Problem> refusal(FullHttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!request.method().equals(HttpMethod.GET)) {
            return Optional.of(new Problem(405, "a WebSocket is asked for with GET", Map.of("Allow", "GET")));
        }
        if (!request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            return Optional.of(Problem.of(400, "a WebSocket is asked for with HTTP/1.1"));
        }
        if (!headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            return Optional.of(Problem.of(400, "a WebSocket needs the header Connection: Upgrade"));
        }
        if (!headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION).equals(List.of(VERSION))) {
            return Optional.of(otherVersion());
        }
        return isKey(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY))
                ? Optional.empty()
                : Optional.of(Problem.of(400, "a WebSocket needs one Sec-WebSocket-Key with 16 bytes in Base64"));
    }

    private static Problem otherVersion() {
        return new Problem(
                426,
                "only version 13 of the WebSocket protocol is spoken here",
                Map.of("Sec-WebSocket-Version", VERSION, "Upgrade", "websocket"));
    }

    private static boolean isKey(List<String> keys) {
        try {
            return keys.size() == 1 && Base64.getDecoder().decode(keys.get(0).strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
