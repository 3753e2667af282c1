package io.hostpulse.broker.feed;

import io.netty.buffer.ByteBuf;

/** Takes a message for all clients. */
public interface Broadcast {

    /**
     * Sends a message to everyone who wants it; who has not taken the last one is left out.
     *
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void send(ByteBuf message);

    /**
     * Sends a message that nobody who wants messages may miss, also not whoever is slow.
     *
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void announce(ByteBuf message);

    /**
     * Sends a message about a change of an alert, in order, to everyone who wants to hear of each.
     *
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void alert(ByteBuf message);
}
