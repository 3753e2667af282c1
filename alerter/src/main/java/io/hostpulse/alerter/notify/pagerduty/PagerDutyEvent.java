package io.hostpulse.alerter.notify.pagerduty;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import java.util.Locale;

/**
 * Makes events. The alert's id is their key, so that what comes twice is one incident, and what is over ends it.
 *
 * @param routingKey the integration's key
 */
record PagerDutyEvent(Secret routingKey) {

    // https://developer.pagerduty.com/docs/send-alert-event
    private static final int LONGEST_SUMMARY = 1_024;
    private static final int LONGEST_NAME = 255;

    Fields of(Alert alert, Notification notification) {
        Fields.Builder event = head(alert, action(alert));
        if (action(alert).equals("trigger")) {
            event.put("payload", payload(alert, notification));
        }
        return event.build();
    }

    /** Ends the incident of an alert, whatever became of it. */
    Fields end(Alert alert) {
        return head(alert, "resolve").build();
    }

    private Fields.Builder head(Alert alert, String action) {
        return Fields.builder()
                .put("routing_key", routingKey.reveal())
                .put("event_action", action)
                .put("dedup_key", PlainText.line(alert.id(), LONGEST_NAME))
                .put("client", "Hostpulse");
    }

    private static String action(Alert alert) {
        return switch (alert.state()) {
            case RESOLVED -> "resolve";
            case ACKNOWLEDGED -> "acknowledge";
            case PENDING, FIRING -> "trigger";
        };
    }

    private static Fields payload(Alert alert, Notification notification) {
        return Fields.builder()
                .put("summary", PlainText.line(NotificationText.message(alert), LONGEST_SUMMARY))
                .put("source", PlainText.line(notification.host(), LONGEST_NAME))
                .put("severity", severity(alert.level()))
                .put("timestamp", Rfc3339.format(alert.since()))
                .put("component", PlainText.line(alert.component(), LONGEST_NAME))
                .put("group", PlainText.line(alert.key().rule(), LONGEST_NAME))
                .put("class", PlainText.line(alert.metric(), LONGEST_NAME))
                .put("custom_details", details(alert, notification))
                .build();
    }

    private static Fields details(Alert alert, Notification notification) {
        Fields.Builder details = Fields.builder();
        alert.measured().value().ifPresent(value -> details.put("value", Quantity.of(alert, value)));
        alert.measured().threshold().ifPresent(value -> details.put("threshold", Quantity.of(alert, value)));
        return details.put("alert", NotificationFields.of(notification, alert)).build();
    }

    private static String severity(AlertLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
