package io.hostpulse.alerter.notify.slack;

import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.model.Fields;

/**
 * Texts in Slack's objects. All data goes into objects of type plain_text, which know neither markup nor mentions; the three characters
 * that begin anything special are escaped besides.
 */
final class SlackText {

    private SlackText() {}

    static Fields plain(String text, int most) {
        return Fields.builder()
                .put("type", "plain_text")
                .put("text", escape(text, most))
                .put("emoji", false)
                .build();
    }

    /** At most so many characters once it is escaped, and no escape cut in two. */
    static String escape(String text, int most) {
        int room = most;
        String escaped = escape(PlainText.clip(PlainText.lines(text), room));
        while (escaped.length() > most) {
            room -= Math.max(1, (escaped.length() - most) / 4);
            escaped = escape(PlainText.clip(PlainText.lines(text), room));
        }
        return escaped.isBlank() ? "-" : escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
