package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.Alert;
import java.util.List;

/**
 * A notification that would have been sent.
 *
 * @param handler to whom
 * @param at when, epoch nanoseconds
 * @param kind what it tells
 * @param alerts the rules and things it is about, worst first
 * @param ids the ids of the same alerts
 * @param heldBack what a silence held back, in a sentence
 */
record Sending(
        String handler, long at, Notification.Kind kind, List<String> alerts, List<String> ids, String heldBack) {

    static Sending of(String handler, Notification notification) {
        return new Sending(
                handler,
                notification.at(),
                notification.kind(),
                notification.alerts().stream()
                        .map(alert -> alert.key().toString())
                        .toList(),
                notification.alerts().stream().map(Alert::id).toList(),
                notification.heldBack());
    }
}
