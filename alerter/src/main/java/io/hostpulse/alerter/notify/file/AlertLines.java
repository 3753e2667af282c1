package io.hostpulse.alerter.notify.file;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes alerts as lines. Each holds the notification's key, by which one that was written twice, around a crash, is found.
 *
 * @param format what a line is
 * @param text how lines for people speak
 */
record AlertLines(LineFormat format, NotificationText text) {

    private static final int LONGEST_NAME = 100;

    byte[] of(Notification notification) {
        return notification.alerts().stream()
                .map(alert ->
                        (format == LineFormat.JSON ? json(alert, notification) : text(alert, notification)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text(Alert alert, Notification notification) {
        return text.times().at(notification.at()) + " " + PlainText.line(notification.host(), LONGEST_NAME) + " "
                + text.line(alert, notification.at()) + " id=" + PlainText.line(alert.id(), LONGEST_NAME) + " kind="
                + kind(notification) + " key=" + notification.key();
    }

    private static String json(Alert alert, Notification notification) {
        return NotificationFields.jsonText(Fields.builder()
                .put("time", Rfc3339.format(notification.at()))
                .put("host", PlainText.line(notification.host(), LONGEST_NAME))
                .put("kind", kind(notification))
                .put("key", notification.key())
                .put("alert", NotificationFields.of(notification, alert))
                .build());
    }

    private static String kind(Notification notification) {
        return notification.kind().name().toLowerCase(Locale.ROOT);
    }
}
