package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;

/** What is sent. */
interface WebhookBody {

    /** The value of Content-Type. */
    String contentType();

    /** The body of one notification. */
    byte[] of(Notification notification);
}
