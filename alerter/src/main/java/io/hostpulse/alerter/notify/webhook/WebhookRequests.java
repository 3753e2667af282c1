package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Makes the request of a notification.
 *
 * @param target where it goes
 * @param method how
 * @param body what is sent
 * @param signature what signs it, if wanted
 * @param epochNanos the time
 */
record WebhookRequests(
        HttpTarget target,
        WebhookMethod method,
        WebhookBody body,
        Optional<Signature> signature,
        LongSupplier epochNanos) {

    HttpRequest of(Notification notification) {
        byte[] content = body.of(notification);
        Map<String, Secret> headers = new TreeMap<>();
        headers.put("Content-Type", new Secret(body.contentType()));
        headers.put("Idempotency-Key", new Secret(notification.key()));
        headers.put("X-Hostpulse-Key", new Secret(notification.key()));
        signature.ifPresent(key -> headers.putAll(key.headers(content, epochNanos.getAsLong())));
        return new HttpRequest(target, method.name(), headers, Optional.of(content));
    }
}
