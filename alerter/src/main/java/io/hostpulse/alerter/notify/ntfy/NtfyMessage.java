package io.hostpulse.alerter.notify.ntfy;

import io.hostpulse.alerter.notify.EncodedWords;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes messages: the text is the body, all else are headers.
 *
 * @param text how things are said
 * @param target the topic
 */
record NtfyMessage(NotificationText text, HttpTarget target) {

    /** Larger ones would become attachments. */
    private static final int MOST_BYTES = 4_096;

    private static final int LONGEST_TITLE = 250;

    HttpRequest of(Notification notification) {
        Tone tone = Tone.of(notification);
        Map<String, Secret> headers = new TreeMap<>();
        headers.put("Content-Type", new Secret("text/plain; charset=utf-8"));
        headers.put("Title", new Secret(EncodedWords.of(PlainText.line(text.title(notification), LONGEST_TITLE))));
        headers.put("Priority", new Secret(priority(tone)));
        headers.put("Tags", new Secret(tag(tone) + ",hostpulse"));
        String body = PlainText.clipBytes(text.text(notification, MOST_BYTES), MOST_BYTES);
        return new HttpRequest(target, "POST", headers, Optional.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** 5 is the loudest. */
    private static String priority(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "5";
            case WARNING -> "4";
            case RESOLVED, TEST, ACKNOWLEDGED -> "3";
            case INFO -> "2";
        };
    }

    /** Names of emoji that ntfy knows. */
    private static String tag(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "rotating_light";
            case WARNING -> "warning";
            case RESOLVED -> "white_check_mark";
            case ACKNOWLEDGED -> "eyes";
            case TEST -> "bell";
            case INFO -> "information_source";
        };
    }
}
