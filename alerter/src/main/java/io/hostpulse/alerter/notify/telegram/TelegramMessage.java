package io.hostpulse.alerter.notify.telegram;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import java.util.OptionalInt;

/**
 * Makes messages in Telegram's HTML, of which only the first line's bold is ours.
 *
 * @param text how things are said
 * @param chat the chat's number or {@code @channel}
 * @param thread the topic in a group, if any
 */
record TelegramMessage(NotificationText text, String chat, OptionalInt thread) {

    /** Telegram counts 4096 characters after it has read the markup; a little is left for the sign. */
    private static final int LONGEST = 4_000;

    Fields of(Notification notification) {
        Fields.Builder message = Fields.builder().put("chat_id", chat);
        thread.ifPresent(number -> message.put("message_thread_id", number));
        return message.put("text", html(notification))
                .put("parse_mode", "HTML")
                .put("disable_notification", notification.level() == AlertLevel.INFO)
                .put(
                        "link_preview_options",
                        Fields.builder().put("is_disabled", true).build())
                .build();
    }

    private String html(Notification notification) {
        String plain = text.text(notification, LONGEST);
        int end = plain.indexOf('\n') < 0 ? plain.length() : plain.indexOf('\n');
        String title = Tone.of(notification).sign() + " " + plain.substring(0, end);
        return "<b>" + escape(title) + "</b>" + escape(plain.substring(end));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
