package io.hostpulse.broker.feed;

import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all members of a group are sent at one moment.
 *
 * @param group the group
 * @param cut where the message stands in its streams
 * @param full the whole message; absent when everybody was expected to know the one before
 * @param delta what has changed since the one before; absent when everybody is to get the whole message
 */
public record GroupMessage(Group group, Cut cut, Optional<Encoded> full, Optional<Encoded> delta) {

    /**
     * A message that stands for itself, without a place in any stream.
     *
     * @param group the group
     * @param message the UTF-8 JSON object without a frame
     * @return the message for a group
     */
    public static GroupMessage of(Group group, ByteBuf message) {
        return new GroupMessage(
                group,
                new Cut(1, true, new Cursor(new TreeMap<>())),
                Optional.of(new Encoded(message, Optional.empty())),
                Optional.empty());
    }

    /** Gives all buffers back. */
    public void release() {
        full.ifPresent(Encoded::release);
        delta.ifPresent(Encoded::release);
    }
}
