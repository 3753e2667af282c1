package io.hostpulse.alerter.control;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.HandlerStats;
import java.util.List;

/** The handlers there are. Used by the thread of the rules. */
public interface Handlers {

    /**
     * Lists them.
     *
     * @return their names, in the order of the configuration
     */
    List<String> names();

    /**
     * Tells how they are doing.
     *
     * @return one for each, in the same order
     */
    List<HandlerStats> stats();

    /**
     * Tells whether one sends.
     *
     * @param name one of the names
     * @return whether it is switched on
     */
    boolean isEnabled(String name);

    /**
     * Switches one. What waits for it is kept; whether anything new is decided for it depends on it from the router's next step on.
     *
     * @param name one of the names
     * @param enabled whether it is to send
     */
    void enable(String name, boolean enabled);

    /**
     * Hands over what is in the journal already.
     *
     * @param name one of the names
     * @param notifications what to send, in order
     */
    void hand(String name, List<Notification> notifications);
}
