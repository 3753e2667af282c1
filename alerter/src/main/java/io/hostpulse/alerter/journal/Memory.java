package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.route.RoutingMemory;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertState;
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

    /** Whoever wants to know of more reads the stream. */
    private static final int MOST_RESOLVED = 1000;

    private final Map<String, Alert> active = new LinkedHashMap<>();
    private final Map<String, Alert> resolved = new LinkedHashMap<>();
    private final SortedMap<String, HandlerMemory> handlers = new TreeMap<>();
    private final Map<String, Long> ordered = new TreeMap<>();
    private final Map<String, Entry.ByOrder> performed = new TreeMap<>();
    private final Map<AlertKey, Alert> dismissed = new LinkedHashMap<>();
    private final Adjustments adjustments = new Adjustments();
    private final RoutingMemory routing = new RoutingMemory();

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
        } else if (entry instanceof Entry.Routed routed) {
            routed.remembered().forEach(routing::apply);
            routed.dispatches().forEach(one -> handler(one.handler()).queued(one.notification()));
        } else if (entry instanceof Entry.Done done) {
            handler(done.receipt().handler()).done(done.receipt());
        } else if (entry instanceof Entry.Ordered answered) {
            take(answered);
        } else if (entry instanceof Entry.ByOrder caused) {
            take(caused);
        } else if (entry instanceof Entry.Adjusted adjusted) {
            adjustments.take(adjusted);
        }
    }

    private void take(Entry.Ordered answered) {
        Order order = answered.order();
        ordered.merge(order.stream(), order.sequence(), Math::max);
        if (answered.refusal().isEmpty()) {
            adjustments.take(order);
        }
    }

    private void take(Entry.ByOrder caused) {
        take(caused.effect());
        performed.put(caused.stream(), caused);
        if (caused.effect() instanceof Entry.Changed changed && !changed.alert().isActive()) {
            dismissed.put(changed.alert().key(), changed.alert());
            forgetBeyond(MOST_RESOLVED, dismissed);
        }
    }

    private void take(Alert alert) {
        if (alert.state() == AlertState.RESOLVED) {
            active.remove(alert.id());
            keep(alert);
        } else {
            active.put(alert.id(), alert);
            dismissed.remove(alert.key());
        }
    }

    private void keep(Alert alert) {
        resolved.put(alert.id(), alert);
        forgetBeyond(MOST_RESOLVED, resolved);
    }

    private static <K> void forgetBeyond(int most, Map<K, ?> all) {
        if (all.size() > most) {
            all.remove(all.keySet().iterator().next());
        }
    }

    /**
     * Lists the alerts that were over last, the newest thousand.
     *
     * @return them, in the order in which they ended
     */
    public Collection<Alert> resolved() {
        return List.copyOf(resolved.values());
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
     * Looks whether an order has had its effect though it was not answered, because of a crash between the two.
     *
     * @param stream the control stream
     * @param sequence the order's number there
     * @return what to answer; nothing when it has had no effect
     */
    public Optional<String> performed(String stream, long sequence) {
        return Optional.ofNullable(performed.get(stream))
                .filter(caused -> caused.sequence() == sequence)
                .map(Entry.ByOrder::result);
    }

    /**
     * Lists what people resolved by hand and what has not begun again since: it is not told again as long as it lasts.
     *
     * @return the alerts, over
     */
    public Collection<Alert> dismissed() {
        return List.copyOf(dismissed.values());
    }

    /**
     * Tells what people have set otherwise than it is configured.
     *
     * @return thresholds and switches
     */
    public Adjustments adjustments() {
        return adjustments;
    }

    /**
     * Gives the router what it remembered; from then on that is the router's alone.
     *
     * @return its memory
     */
    public RoutingMemory routing() {
        return routing;
    }
}
