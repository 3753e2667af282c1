package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects what comes of one step. */
final class Outgoing {

    /** Worst first; then whatever order is always the same. */
    static final Comparator<Alert> WORST_FIRST = Comparator.comparing(Alert::level)
            .reversed()
            .thenComparing(Alert::component)
            .thenComparing(alert -> alert.key().rule())
            .thenComparing(alert -> alert.key().dimension())
            .thenComparing(Alert::id);

    private final String host;
    private final List<Decision.Dispatch> dispatches = new ArrayList<>();
    private final List<Decision.Unsent> unsent = new ArrayList<>();

    Outgoing(String host) {
        this.host = host;
    }

    void send(String handler, Notification.Kind kind, long at, List<Alert> alerts, List<String> contents, String text) {
        String key = NotificationKeys.of(handler, kind, contents);
        List<Alert> sorted = alerts.stream().sorted(WORST_FIRST).toList();
        dispatches.add(new Decision.Dispatch(handler, new Notification(key, kind, at, host, sorted, Map.of(), text)));
    }

    void unsent(String handler, String alert, Reason reason) {
        unsent.add(new Decision.Unsent(handler, alert, reason));
    }

    List<Decision.Dispatch> dispatches() {
        return dispatches;
    }

    List<Decision.Unsent> unsent() {
        return unsent;
    }
}
