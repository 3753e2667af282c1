package io.hostpulse.alerter.journal;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.model.Fields;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the alerter knows, folded from the journal's entries in their order: the same after a restart as before it. Used by one
 * thread.
 */
public final class Memory {

    private final Map<String, Alert> active = new LinkedHashMap<>();
    private final SortedMap<String, HandlerMemory> handlers = new TreeMap<>();
    private final Map<String, Long> ordered = new TreeMap<>();
    private final Map<String, Fields> remembered = new TreeMap<>();

    /** Starts knowing nothing. */
    public Memory() {}

    /**
     * Learns the next entry.
     *
     * @param entry the entry
     */
    public void take(Entry entry) {
        if (entry instanceof Entry.Changed changed) {
            take(changed.alert());
        } else if (entry instanceof Entry.Queued queued) {
            handler(queued.handler()).queued(queued.notification());
        } else if (entry instanceof Entry.Done done) {
            handler(done.receipt().handler()).done(done.receipt());
        } else if (entry instanceof Entry.Ordered done) {
            ordered.merge(done.order().stream(), done.order().sequence(), Math::max);
        } else if (entry instanceof Entry.Remembered memory) {
            remembered.put(memory.kind(), memory.memory());
        }
    }

    private void take(Alert alert) {
        if (alert.state() == AlertState.RESOLVED) {
            active.remove(alert.id());
        } else {
            active.put(alert.id(), alert);
        }
    }

    /**
     * Lists the alerts that are on.
     *
     * @return them, in the order in which they began
     */
    public Collection<Alert> active() {
        return List.copyOf(active.values());
    }

    /**
     * Finds an alert that is on.
     *
     * @param id its id
     * @return the alert as it stands
     */
    public Optional<Alert> active(String id) {
        return Optional.ofNullable(active.get(id));
    }

    /**
     * Tells about one handler.
     *
     * @param name its name in the configuration
     * @return what is known of it, nothing at first
     */
    public HandlerMemory handler(String name) {
        return handlers.computeIfAbsent(name, unknown -> new HandlerMemory());
    }

    /**
     * Tells how far the orders of a control stream have been carried out.
     *
     * @param stream the control stream
     * @return the number of the newest order that was done or refused; 0 for none
     */
    public long ordered(String stream) {
        return ordered.getOrDefault(stream, 0L);
    }

    /**
     * Gives back what a part of the alerter has put down.
     *
     * @param kind whose memory it is
     * @return what it put down last
     */
    public Optional<Fields> remembered(String kind) {
        return Optional.ofNullable(remembered.get(kind));
    }
}
