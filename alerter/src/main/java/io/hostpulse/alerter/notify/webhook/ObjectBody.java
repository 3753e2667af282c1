package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.common.model.Fields;
import java.util.function.Function;

/**
 * A JSON object of a known form.
 *
 * @param contentType what it calls itself
 * @param form makes the object
 */
record ObjectBody(String contentType, Function<Notification, Fields> form) implements WebhookBody {

    @Override
    public byte[] of(Notification notification) {
        return NotificationFields.json(form.apply(notification));
    }
}
