package io.hostpulse.broker.feed;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * A message's bytes, without a frame.
 *
 * @param plain the UTF-8 JSON object
 * @param deflated the same compressed; empty when nobody reads it, or when it would be no smaller
 */
public record Encoded(ByteBuf plain, Optional<ByteBuf> deflated) {

    /** Gives its buffers back. */
    public void release() {
        plain.release();
        deflated.ifPresent(ByteBuf::release);
    }
}
