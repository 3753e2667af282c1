package io.hostpulse.broker.fanout;

import io.hostpulse.broker.feed.Encoded;
import io.hostpulse.broker.feed.GroupMessage;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** The frames of one message, each made when the first client needs it, and shared by all. Belongs to the loop's thread. */
final class Frames {

    private final GroupMessage message;
    private final Pair full;
    private final Pair delta;

    Frames(GroupMessage message) {
        this.message = message;
        this.full = new Pair(message.full());
        this.delta = new Pair(message.delta());
    }

    /** What a client can be sent. */
    enum Form {
        FULL,
        DELTA,
        /** It needs the whole message, which was not composed. */
        NONE
    }

    Form formFor(boolean needsKey) {
        if (message.delta().isPresent() && !needsKey) {
            return Form.DELTA;
        }
        return message.full().isPresent() ? Form.FULL : Form.NONE;
    }

    /** The frame that all clients share; it stays here. */
    ByteBuf frame(Form form, boolean deflated) {
        return (form == Form.DELTA ? delta : full).frame(deflated);
    }

    /** For a client that comes back: the only one whose frame is its own, to be released by the caller. */
    ByteBuf withSkipped(long skipped) {
        ByteBuf plain = message.full().orElseThrow().plain();
        return TextFrame.withSkipped(plain.alloc(), plain, skipped);
    }

    void release() {
        full.release();
        delta.release();
    }

    /** The plain and the compressed frame of the same bytes. */
    private static final class Pair {

        private final Optional<Encoded> encoded;
        private ByteBuf plain;
        private ByteBuf deflated;

        Pair(Optional<Encoded> encoded) {
            this.encoded = encoded;
        }

        ByteBuf frame(boolean wantsDeflated) {
            Encoded bytes = encoded.orElseThrow();
            if (wantsDeflated && bytes.deflated().isPresent()) {
                ByteBuf compressed = bytes.deflated().get();
                deflated = deflated == null ? TextFrame.deflated(compressed.alloc(), compressed) : deflated;
                return deflated;
            }
            plain = plain == null ? TextFrame.of(bytes.plain().alloc(), bytes.plain()) : plain;
            return plain;
        }

        void release() {
            if (plain != null) {
                plain.release();
            }
            if (deflated != null) {
                deflated.release();
            }
        }
    }
}
