package io.hostpulse.broker.fanout;

import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Since;
import java.util.function.Consumer;

/** Sends clients what they missed, out of the queues. Thread-safe. */
@FunctionalInterface
public interface Replays {

    /**
     * Sends a client what it missed, and then lets it go live.
     *
     * @param target the client
     * @param group what it follows
     * @param since where it wants to begin
     * @param answer told on the client's loop, before anything is sent, whether all of it is there
     */
    void begin(ReplayTarget target, Group group, Since since, Consumer<Recovery> answer);
}
