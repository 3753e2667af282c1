package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.common.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a body with HMAC-SHA256 over the time in seconds, a point and the body, so that a receiver can tell who sent it and refuse
 * what was sent before.
 *
 * @param key what both sides know
 */
record Signature(Secret key) {

    static final String TIMESTAMP_HEADER = "X-Hostpulse-Timestamp";
    static final String SIGNATURE_HEADER = "X-Hostpulse-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    Map<String, Secret> headers(byte[] body, long epochNanos) {
        String seconds = Long.toString(Math.floorDiv(epochNanos, NANOS_PER_SECOND));
        Map<String, Secret> headers = new LinkedHashMap<>();
        headers.put(TIMESTAMP_HEADER, new Secret(seconds));
        headers.put(SIGNATURE_HEADER, new Secret("v1=" + sign(seconds, body)));
        return headers;
    }

    private String sign(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
