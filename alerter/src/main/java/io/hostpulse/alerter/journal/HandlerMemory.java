package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.outbox.Receipt.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journal tells of one handler. Used by one thread. */
public final class HandlerMemory {

    /** A handler that refuses everything must not fill the memory; the oldest dead letters are only in the stream. */
    private static final int MOST_DEAD = 1000;

    private final Map<String, Notification> waiting = new LinkedHashMap<>();
    private final Map<String, Dead> dead = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    /**
     * A notification that was given up.
     *
     * @param notification what was to be sent
     * @param receipt why it was not
     */
    public record Dead(Notification notification, Receipt receipt) {}

    void queued(Notification notification) {
        dead.remove(notification.key());
        waiting.put(notification.key(), notification);
    }

    void done(Receipt receipt) {
        Notification notification = waiting.remove(receipt.key());
        if (notification == null) {
            return;
        }
        if (receipt.fate().isDead()) {
            bury(notification, receipt);
        } else if (receipt.fate() == Fate.DELIVERED && notification.kind() != Notification.Kind.RESOLVED) {
            told.addAll(receipt.alerts());
        } else {
            receipt.alerts().forEach(told::remove);
        }
    }

    private void bury(Notification notification, Receipt receipt) {
        dead.put(receipt.key(), new Dead(notification, receipt));
        if (dead.size() > MOST_DEAD) {
            dead.remove(dead.keySet().iterator().next());
        }
    }

    /**
     * Lists what is still to be sent.
     *
     * @return it, in the order in which it was decided
     */
    public List<Notification> waiting() {
        return List.copyOf(waiting.values());
    }

    /**
     * Lists what was given up, the newest thousand.
     *
     * @return dead letters, oldest first
     */
    public List<Dead> dead() {
        return new ArrayList<>(dead.values());
    }

    /**
     * Lists the alerts whose beginning has arrived and whose end has not.
     *
     * @return their ids
     */
    public Collection<String> told() {
        return Set.copyOf(told);
    }
}
