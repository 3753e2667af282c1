package io.hostpulse.broker.ws.frame;

import io.netty.buffer.ByteBuf;

/** What a close frame carries: nothing, or a code and a reason. */
final class ClosePayload {

    private ClosePayload() {}

    /** Refuses what RFC 6455, sections 5.5.1 and 7.4, does not allow. */
    static void check(ByteBuf payload) {
        if (!payload.isReadable()) {
            return;
        }
        if (payload.readableBytes() == 1) {
            throw Violation.of("a close frame has half a code");
        }
        int code = payload.getUnsignedShort(payload.readerIndex());
        if (!mayBeSent(code)) {
            throw Violation.of("close code " + code + " must not be sent");
        }
        Utf8Verifier reason = new Utf8Verifier();
        boolean isText =
                reason.take(payload.slice(payload.readerIndex() + Short.BYTES, payload.readableBytes() - Short.BYTES));
        if (!isText || !reason.isWhole()) {
            throw Violation.notUtf8();
        }
    }

    /** 1004 to 1006 and 1015 stand for what was never on the wire; 1012 to 1014 were registered after the RFC. */
    private static boolean mayBeSent(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }
}
