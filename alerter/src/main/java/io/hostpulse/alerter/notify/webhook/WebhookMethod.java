package io.hostpulse.alerter.notify.webhook;

/** How a webhook sends its body. */
enum WebhookMethod {
    POST,
    PUT,
    PATCH
}
