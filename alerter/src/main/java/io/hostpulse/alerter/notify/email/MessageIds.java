package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names messages. The same notification has the same name however often it is sent. All messages about an alert answer to one name that
 * is made of the alert's id, so that readers show them as one conversation whether or not this process still knows the first one.
 *
 * @param domain what the names end with
 */
record MessageIds(String domain) {

    /** A group may be about hundreds; a header should not be. */
    private static final int MOST_REFERENCES = 20;

    /** Enough to be the only one. */
    private static final int BYTES = 16;

    String of(Notification notification) {
        return id("n", notification.host(), notification.key());
    }

    /** Worst alert first, as the notification has them. */
    List<String> conversations(Notification notification) {
        return notification.alerts().stream()
                .limit(MOST_REFERENCES)
                .map(Alert::id)
                .map(alert -> id("a", notification.host(), alert))
                .toList();
    }

    /** A hash, since keys and hosts may hold what a name cannot. */
    private String id(String kind, String host, String name) {
        byte[] hash = sha256((host + "\n" + name).getBytes(StandardCharsets.UTF_8));
        return "<" + kind + "." + HexFormat.of().formatHex(hash, 0, BYTES) + "@" + domain + ">";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
