package io.hostpulse.broker.ws.frame;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** What a client did wrong, with the code to close with. */
final class Violation {

    private Violation() {}

    static CorruptedWebSocketFrameException of(String what) {
        return new CorruptedWebSocketFrameException(WebSocketCloseStatus.PROTOCOL_ERROR, what);
    }

    static CorruptedWebSocketFrameException tooBig(int maxMessage) {
        return new CorruptedWebSocketFrameException(
                WebSocketCloseStatus.MESSAGE_TOO_BIG, "a message has at most " + maxMessage + " bytes");
    }

    static CorruptedWebSocketFrameException notUtf8() {
        return new CorruptedWebSocketFrameException(WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "text is not UTF-8");
    }

    static CorruptedWebSocketFrameException notUnpackable() {
        return new CorruptedWebSocketFrameException(
                WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "the message cannot be unpacked");
    }

    static CorruptedWebSocketFrameException policy(String what) {
        return new CorruptedWebSocketFrameException(WebSocketCloseStatus.POLICY_VIOLATION, what);
    }

    static CorruptedWebSocketFrameException overload(String what) {
        return new CorruptedWebSocketFrameException(WebSocketCloseStatus.TRY_AGAIN_LATER, what);
    }
}
