package io.hostpulse.alerter.journal;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.control.ControlAction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people have set otherwise than it is configured, by orders that were carried out. It holds until another order, whatever the
 * configuration says meanwhile. Used by one thread.
 */
public final class Adjustments {

    private final Map<ThresholdKey, Double> thresholds = new TreeMap<>();
    private final Map<String, Boolean> switches = new TreeMap<>();

    Adjustments() {}

    /** Learns of an order that was carried out. One that another version wrote and that is strange here changes nothing. */
    void take(Order order) {
        Optional<ControlAction> action = ControlAction.labelled(order.action());
        try {
            if (action.equals(Optional.of(ControlAction.THRESHOLD))) {
                ThresholdChange.parse(order.arguments()).in(thresholds);
            } else if (action.equals(Optional.of(ControlAction.HANDLER))) {
                HandlerSwitch change = HandlerSwitch.parse(order.arguments());
                switches.put(change.handler(), change.enabled());
            }
        } catch (RecordFormatException strange) {
            // It was written by another version, which will understand it again.
        }
    }

    void take(Entry.Adjusted all) {
        thresholds.clear();
        thresholds.putAll(all.thresholds());
        switches.clear();
        switches.putAll(all.switches());
    }

    /**
     * Sums up, so that the journal can go on without the orders.
     *
     * @return all of it; nothing when nothing is set otherwise
     */
    public Optional<Entry.Adjusted> all() {
        boolean none = thresholds.isEmpty() && switches.isEmpty();
        return none ? Optional.empty() : Optional.of(new Entry.Adjusted(thresholds, switches));
    }

    /**
     * Lists the thresholds.
     *
     * @return the values by rule and level, also of rules that are not there now
     */
    public Map<ThresholdKey, Double> thresholds() {
        return new TreeMap<>(thresholds);
    }

    /**
     * Tells whether a handler is switched.
     *
     * @param handler its name
     * @param configured whether it sends by configuration
     * @return whether it sends
     */
    public boolean enabled(String handler, boolean configured) {
        return switches.getOrDefault(handler, configured);
    }
}
