package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.util.Locale;
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
 * @param compression how that is compressed
 * @param signature what signs it as it is sent, if wanted
 * @param epochNanos the time
 */
record WebhookRequests(
        HttpTarget target,
        WebhookMethod method,
        WebhookBody body,
        Compression compression,
        Optional<Signature> signature,
        LongSupplier epochNanos) {

    HttpRequest of(Notification notification) {
        byte[] content = compression.of(body.of(notification));
        Map<String, Secret> headers = new TreeMap<>();
        headers.put("Content-Type", new Secret(body.contentType()));
        if (compression != Compression.NONE) {
            headers.put("Content-Encoding", new Secret(compression.name().toLowerCase(Locale.ROOT)));
        }
        headers.put("Idempotency-Key", new Secret(notification.key()));
        headers.put("X-Hostpulse-Key", new Secret(notification.key()));
        signature.ifPresent(key -> headers.putAll(key.headers(content, epochNanos.getAsLong())));
        return new HttpRequest(target, method.name(), headers, Optional.of(content));
    }
}
