package io.hostpulse.alerter.notify.alertmanager;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Remembers with which severity each alert was sent. The severity is a label, so that one that becomes worse is another alert there,
 * and the one before has to be ended. What is forgotten, by a restart or for room, ends by itself when it expires.
 */
final class SentSeverities {

    private static final int MOST = 10_000;

    private final Map<String, AlertLevel> byId = new LinkedHashMap<>();

    /** The severities that have to be ended when this alert is sent; for one that is over, its own too. */
    Set<AlertLevel> outdated(Alert alert) {
        AlertLevel before = byId.get(alert.id());
        if (alert.resolved().isPresent()) {
            return before == null ? EnumSet.allOf(AlertLevel.class) : EnumSet.of(before, alert.level());
        }
        return before == null || before == alert.level() ? EnumSet.noneOf(AlertLevel.class) : EnumSet.of(before);
    }

    void remember(Alert alert) {
        byId.remove(alert.id());
        if (alert.resolved().isEmpty()) {
            byId.put(alert.id(), alert.level());
        }
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }
}
