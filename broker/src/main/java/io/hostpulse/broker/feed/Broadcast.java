package io.hostpulse.broker.feed;

import io.hostpulse.common.model.StreamName;
import io.netty.buffer.ByteBuf;

/** Takes messages for clients. */
public interface Broadcast {

    /**
     * Sends a message to a group; a member that has not taken the last one is left out.
     *
     * @param message the message; ownership of its buffers passes to the receiver
     */
    void send(GroupMessage message);

    /**
     * Sends a message that nobody who follows a stream may miss, also not whoever is slow.
     *
     * @param stream the stream it is about
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void announce(StreamName stream, ByteBuf message);

    /**
     * Sends a message about a change of an alert, in order, to everyone who wants to hear of each.
     *
     * @param message the UTF-8 JSON object without a frame; ownership passes to the receiver
     */
    void alert(ByteBuf message);
}
