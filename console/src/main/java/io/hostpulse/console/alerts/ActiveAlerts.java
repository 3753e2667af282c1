package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the alerts that are on. Used by one thread. */
final class ActiveAlerts implements JournalListener {

    private final Map<String, Alert> active = new LinkedHashMap<>();

    @Override
    public void onChange(Change change) {
        Alert alert = change.alert();
        if (alert.isActive()) {
            active.put(alert.id(), alert);
        } else {
            active.remove(alert.id());
        }
    }

    /** In the order in which they began. */
    Collection<Alert> all() {
        return List.copyOf(active.values());
    }
}
