package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.alertmanager.AlertmanagerAlert;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.model.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What receivers of Prometheus' Alertmanager get, version 4 of it.
 *
 * @param receiver what it calls whom it is for
 */
record AlertmanagerPayload(String receiver) {

    /** Alertmanager's own word for "not over". */
    private static final String NOT_OVER = "0001-01-01T00:00:00Z";

    Fields of(Notification notification) {
        List<AlertmanagerAlert> alerts = notification.alerts().stream()
                .map(alert -> AlertmanagerAlert.of(alert, notification.host()))
                .toList();
        boolean anyOn = notification.alerts().stream().anyMatch(alert -> !isOver(alert));
        return Fields.builder()
                .put("version", "4")
                .put("groupKey", groupKey(notification))
                .put("truncatedAlerts", 0)
                .put("status", anyOn ? "firing" : "resolved")
                .put("receiver", receiver)
                .put("groupLabels", Fields.NONE)
                .put(
                        "commonLabels",
                        common(alerts.stream().map(AlertmanagerAlert::labels).toList()))
                .put(
                        "commonAnnotations",
                        common(alerts.stream()
                                .map(AlertmanagerAlert::annotations)
                                .toList()))
                .put("externalURL", "")
                .put(
                        "alerts",
                        notification.alerts().stream()
                                .map(alert -> alert(alert, notification))
                                .toList())
                .build();
    }

    /** The end of an alert belongs to its beginning; groups are put together anew each time. */
    private static String groupKey(Notification notification) {
        List<Alert> alerts = notification.alerts();
        return "hostpulse/" + (alerts.size() == 1 ? alerts.get(0).id() : notification.key());
    }

    private static Fields alert(Alert alert, Notification notification) {
        AlertmanagerAlert form = AlertmanagerAlert.of(alert, notification.host());
        return Fields.builder()
                .put("status", isOver(alert) ? "resolved" : "firing")
                .put("labels", AlertmanagerAlert.fields(form.labels()))
                .put("annotations", AlertmanagerAlert.fields(form.annotations()))
                .put("startsAt", form.startsAt())
                .put("endsAt", form.endsAt().orElse(NOT_OVER))
                .put("generatorURL", "")
                .put("fingerprint", form.fingerprint())
                .build();
    }

    private static boolean isOver(Alert alert) {
        return alert.state() == AlertState.RESOLVED;
    }

    private static Fields common(List<Map<String, String>> all) {
        Map<String, String> common = new TreeMap<>(all.get(0));
        all.forEach(one -> common.entrySet().retainAll(one.entrySet()));
        return AlertmanagerAlert.fields(common);
    }
}
