package io.hostpulse.alerter.notify.alertmanager;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the list of alerts that is posted.
 *
 * @param expires after which time an alert is over there if it is not sent again
 * @param generatorUrl where people can see more, if there is such a place
 */
record AlertmanagerAlerts(Duration expires, Optional<String> generatorUrl) {

    private static final Duration TEST_EXPIRES = Duration.ofMinutes(5);

    byte[] of(Notification notification, SentSeverities sent) {
        List<AlertmanagerAlert> alerts = new ArrayList<>();
        for (Alert alert : notification.alerts()) {
            String now = Rfc3339.format(Math.max(alert.since(), notification.at()));
            for (AlertLevel level : sent.outdated(alert)) {
                AlertmanagerAlert over = AlertmanagerAlert.of(alert, notification.host(), level);
                alerts.add(over.endsAt().isPresent() ? over : over.endingAt(now));
            }
            if (alert.resolved().isEmpty()) {
                String end =
                        Rfc3339.format(notification.at() + lasting(notification).toNanos());
                alerts.add(AlertmanagerAlert.of(alert, notification.host()).endingAt(end));
            }
        }
        return json(alerts.stream().map(this::fields).toList());
    }

    /** Nobody should have to wait a day for the end of what never was. */
    private Duration lasting(Notification notification) {
        return notification.kind() == Notification.Kind.TEST ? TEST_EXPIRES : expires;
    }

    private Fields fields(AlertmanagerAlert alert) {
        Fields.Builder fields = Fields.builder();
        alert.fields().values().forEach(fields::put);
        generatorUrl.ifPresent(url -> fields.put("generatorURL", url));
        return fields.build();
    }

    private static byte[] json(List<Fields> alerts) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Fields alert : alerts) {
            list.writeBytes((list.size() == 0 ? "[" : ",").getBytes(StandardCharsets.US_ASCII));
            list.writeBytes(NotificationFields.json(alert));
        }
        list.write(']');
        return list.toByteArray();
    }
}
