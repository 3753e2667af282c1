package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One message to people or programs, about one alert or several. Immutable.
 *
 * @param key stays the same however often it is sent, also after a crash, so that receivers can drop what comes twice;
 *     printable ASCII, at most 64 characters
 * @param kind why it is sent
 * @param at when it was decided to send it, epoch nanoseconds
 * @param host the machine it is about
 * @param alerts what it is about, at least one, worst first
 * @param contexts what else was going on, by the alert's id; an alert need not have any
 * @param heldBack what was not sent meanwhile, in a sentence; empty when there was nothing
 */
public record Notification(
        String key,
        Kind kind,
        long at,
        String host,
        List<Alert> alerts,
        Map<String, AlertContext> contexts,
        String heldBack) {

    /** Why a notification is sent. */
    public enum Kind {
        /** Alerts began, or became worse or better. */
        FIRING,
        /** Alerts are over. */
        RESOLVED,
        /** Alerts are on and nobody has acknowledged them. */
        REMINDER,
        /** Somebody took care of alerts. */
        ACKNOWLEDGED,
        /** A silence or a maintenance window is over: what it held back. The alerts may be on or over, each as it says. */
        SUMMARY,
        /** A person asked for it, to see whether it arrives. */
        TEST
    }

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when there is no alert
     */
    public Notification {
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("a notification is about an alert");
        }
        alerts = List.copyOf(alerts);
        contexts = Map.copyOf(contexts);
    }

    /**
     * Tells how bad the worst of it is.
     *
     * @return the highest level
     */
    public AlertLevel level() {
        return alerts.stream().map(Alert::level).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * Adds what else was going on.
     *
     * @param known contexts, by the alert's id
     * @return the same notification with these
     */
    public Notification with(Map<String, AlertContext> known) {
        return new Notification(key, kind, at, host, alerts, known, heldBack);
    }

    /**
     * Leaves out what it need not say.
     *
     * @param fewer some of its alerts
     * @return the same notification about these alone
     */
    public Notification about(List<Alert> fewer) {
        return new Notification(key, kind, at, host, fewer, contexts, heldBack);
    }
}
