package io.hostpulse.alerter.notify.webhook;

/** What a webhook sends unless the user writes a body. */
enum WebhookFormat {
    /** The object of NotificationFields. */
    HOSTPULSE,
    /** What a receiver of Prometheus' Alertmanager gets. */
    ALERTMANAGER,
    /** An event in structured mode around our own object. */
    CLOUDEVENTS,
    /** What the exporter writes to a file about a violation. */
    VIOLATION,
    /** The same as a table. */
    VIOLATION_CSV
}
