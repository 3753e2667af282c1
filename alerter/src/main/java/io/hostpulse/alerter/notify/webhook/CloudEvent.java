package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A CloudEvent 1.0 in structured mode. Its id is the notification's key, so that source and id together drop what comes twice. */
final class CloudEvent {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final int LONGEST_SUBJECT = 200;

    private CloudEvent() {}

    static Fields of(Notification notification) {
        String host = PlainText.wellFormed(notification.host());
        return Fields.builder()
                .put("specversion", "1.0")
                .put("id", notification.key())
                .put("source", "/hostpulse/" + URLEncoder.encode(host, StandardCharsets.UTF_8))
                .put(
                        "type",
                        "io.hostpulse.notification."
                                + notification.kind().name().toLowerCase(Locale.ROOT))
                .put(
                        "subject",
                        PlainText.line(notification.alerts().get(0).key().toString(), LONGEST_SUBJECT))
                .put("time", Rfc3339.format(notification.at()))
                .put("datacontenttype", "application/json")
                .put("data", NotificationFields.of(notification))
                .build();
    }
}
