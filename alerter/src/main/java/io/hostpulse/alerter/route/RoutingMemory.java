package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.common.alert.AlertKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the router knows: the newest record of every key. Folding what was remembered, from nothing, gives it back. Not
 * thread-safe.
 */
public final class RoutingMemory {

    private final Map<String, Tracked> tracked = new TreeMap<>();
    private final Map<String, Remembered.Heard> heard = new TreeMap<>();
    private final Map<String, Remembered.GroupWindow> windows = new TreeMap<>();
    private final Map<String, Remembered.HeldBack> heldBack = new TreeMap<>();
    private final Map<String, Remembered.StoredSilence> silences = new TreeMap<>();
    private final Map<String, Remembered> changes = new LinkedHashMap<>();

    // The same records by handler: they are asked for in every step for every alert, and names put together for that
    // would cost
    // more than everything else.
    private final Map<String, Map<AlertKey, Remembered.Heard>> heardBy = new HashMap<>();
    private final Map<String, Map<String, Remembered.GroupWindow>> windowsOf = new HashMap<>();

    /**
     * Takes over one record.
     *
     * @param record what was remembered
     */
    public void apply(Remembered record) {
        if (record instanceof Tracked one) {
            tracked.put(one.key(), one);
        } else if (record instanceof Remembered.Heard one) {
            heard.put(one.key(), one);
            heardBy.computeIfAbsent(one.handler(), unheard -> new HashMap<>()).put(one.alert(), one);
        } else if (record instanceof Remembered.GroupWindow one) {
            windows.put(one.key(), one);
            windowsOf.computeIfAbsent(one.handler(), unseen -> new HashMap<>()).put(one.group(), one);
        } else if (record instanceof Remembered.HeldBack one) {
            heldBack.put(one.key(), one);
        } else if (record instanceof Remembered.StoredSilence one) {
            silences.put(one.key(), one);
        } else if (record instanceof Remembered.Forgotten one) {
            forgetHeard(heard.get(one.key()));
            forgetWindow(windows.get(one.key()));
            tables().forEach(table -> table.remove(one.key()));
        }
    }

    private void forgetHeard(Remembered.Heard known) {
        if (known != null) {
            heardBy.get(known.handler()).remove(known.alert());
        }
    }

    private void forgetWindow(Remembered.GroupWindow known) {
        if (known != null) {
            windowsOf.get(known.handler()).remove(known.group());
        }
    }

    /**
     * Lists everything, so that a journal can begin anew with it.
     *
     * @return the records; folding them gives this memory
     */
    public List<Remembered> records() {
        List<Remembered> all = new ArrayList<>();
        tables().forEach(table -> all.addAll(table.values()));
        return all;
    }

    private List<Map<String, ? extends Remembered>> tables() {
        return List.of(tracked, heard, windows, heldBack, silences);
    }

    /** Applies a record and keeps it for {@link #takeChanges}; the last of a key wins. */
    void remember(Remembered record) {
        apply(record);
        changes.remove(record.key());
        changes.put(record.key(), record);
    }

    void forget(String key) {
        remember(new Remembered.Forgotten(key));
    }

    List<Remembered> takeChanges() {
        List<Remembered> taken = List.copyOf(changes.values());
        changes.clear();
        return taken;
    }

    Collection<Tracked> tracked() {
        return List.copyOf(tracked.values());
    }

    Optional<Tracked> tracked(String id) {
        return Optional.ofNullable(tracked.get(Tracked.key(id)));
    }

    Optional<Remembered.Heard> heard(String handler, AlertKey alert) {
        return Optional.ofNullable(heardBy.getOrDefault(handler, Map.of()).get(alert));
    }

    Optional<Remembered.GroupWindow> window(String handler, String group) {
        return Optional.ofNullable(windowsOf.getOrDefault(handler, Map.of()).get(group));
    }

    Optional<Remembered.HeldBack> heldBack(String silence, AlertKey alert) {
        return Optional.ofNullable(heldBack.get(Remembered.HeldBack.key(silence, alert)));
    }

    List<Remembered.HeldBack> heldBack() {
        return List.copyOf(heldBack.values());
    }

    List<Remembered.Heard> heard() {
        return List.copyOf(heard.values());
    }

    List<Remembered.GroupWindow> windows() {
        return List.copyOf(windows.values());
    }

    List<Silence> silences() {
        return silences.values().stream().map(Remembered.StoredSilence::silence).toList();
    }
}
