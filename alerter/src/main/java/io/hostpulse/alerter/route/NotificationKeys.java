package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names notifications by what they are about: whoever decides the same again gives the same name. */
final class NotificationKeys {

    /** 160 bits; two different ones never meet. */
    private static final int DIGITS = 40;

    private NotificationKeys() {}

    static String of(String handler, Notification.Kind kind, List<String> contents) {
        String text = handler + '\0' + kind + '\0' + String.join("\0", contents);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "hp-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
