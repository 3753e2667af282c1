package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was going on when alerts began. It is in the journal once, with the change of the alert, and is put into notifications from here: one
 * alert may be in many of them.
 */
final class Contexts {

    /** Each takes about 4 KB. Of more alerts than these, nobody reads what else was going on. */
    private static final int MOST = 500;

    /** Of a group the worst. */
    private static final int MOST_IN_ONE = 10;

    private final Map<String, AlertContext> byAlert = new LinkedHashMap<>();

    void take(Entry.Changed changed) {
        if (!changed.context().equals(AlertContext.NONE)) {
            byAlert.remove(changed.alert().id());
            byAlert.put(changed.alert().id(), changed.context());
            if (byAlert.size() > MOST) {
                byAlert.remove(byAlert.keySet().iterator().next());
            }
        }
    }

    /** Whoever hears that something is on or still on gets it; who hears of its end had it. */
    Notification inFull(Notification notification) {
        if (notification.kind() != Kind.FIRING && notification.kind() != Kind.REMINDER) {
            return notification;
        }
        Map<String, AlertContext> known = new LinkedHashMap<>(notification.contexts());
        notification.alerts().stream()
                .map(Alert::id)
                .filter(byAlert::containsKey)
                .limit(MOST_IN_ONE)
                .forEach(id -> known.put(id, byAlert.get(id)));
        return notification.with(known);
    }
}
