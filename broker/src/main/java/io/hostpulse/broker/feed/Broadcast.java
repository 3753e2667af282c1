package io.hostpulse.broker.feed;

import io.netty.buffer.ByteBuf;

/** Takes a message for all clients. */
public interface Broadcast {

    /**
     * Sends a message to everyone who wants it.
     *
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void send(ByteBuf message);
}
