package io.hostpulse.alerter.notify.discord;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertFacts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a message with one embed: the worst alert in full, the others in a line each. Nobody is ever mentioned.
 *
 * @param text how things are said
 * @param username who says it
 */
record DiscordMessage(NotificationText text, Optional<String> username) {

    // Discord's own limits, https://docs.discord.com/developers/resources/message#embed-object; all texts together
    // 6000.
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 3_000;
    private static final int LONGEST_FIELD = 100;
    private static final int MOST_FIELDS = 12;
    private static final int LONGEST_FOOTER = 100;

    private static final Pattern MARKUP = Pattern.compile("[\\\\*_~`|>\\[\\]()#<]|:(?=//)");

    Fields of(Notification notification) {
        Fields.Builder message = Fields.builder();
        username.ifPresent(name -> message.put("username", name));
        return message.put("embeds", List.of(embed(notification)))
                .put(
                        "allowed_mentions",
                        Fields.builder().put("parse", List.<Value>of()).build())
                .build();
    }

    private Fields embed(Notification notification) {
        Tone tone = Tone.of(notification);
        Alert worst = notification.alerts().get(0);
        return Fields.builder()
                .put("title", escaped(tone.sign() + " " + text.title(notification), LONGEST_TITLE))
                .put("description", description(notification))
                .put("color", tone.rgb())
                .put("timestamp", Rfc3339.format(notification.at()))
                .put(
                        "fields",
                        AlertFacts.of(worst, notification.at(), text.times()).stream()
                                .limit(MOST_FIELDS)
                                .map(DiscordMessage::field)
                                .toList())
                .put(
                        "footer",
                        Fields.builder()
                                .put("text", "Hostpulse " + PlainText.line(worst.id(), LONGEST_FOOTER))
                                .build())
                .build();
    }

    private String description(Notification notification) {
        int room = Math.max(60, LONGEST_DESCRIPTION / (notification.alerts().size() + 3));
        String lines = notification.alerts().stream()
                .map(alert -> escaped(text.line(alert, notification.at()), room))
                .collect(Collectors.joining("\n"));
        AlertContext context = notification
                .contexts()
                .getOrDefault(notification.alerts().get(0).id(), AlertContext.NONE);
        String rest = NotificationText.context(context).stream()
                .map(line -> "\n" + escaped(line, room))
                .collect(Collectors.joining());
        String held = notification.heldBack().isBlank() ? "" : "\n" + escaped(notification.heldBack(), room);
        return clippedAtLine(lines + rest + held);
    }

    /** No escape is cut in two. */
    private static String clippedAtLine(String lines) {
        if (lines.length() <= LONGEST_DESCRIPTION) {
            return lines;
        }
        int end = lines.lastIndexOf('\n', LONGEST_DESCRIPTION - 2);
        return lines.substring(0, Math.max(0, end)) + "\n…";
    }

    private static Fields field(AlertFacts.Fact fact) {
        return Fields.builder()
                .put("name", escaped(fact.name(), LONGEST_FIELD))
                .put("value", escaped(fact.value(), LONGEST_FIELD))
                .put("inline", true)
                .build();
    }

    /** At most so many characters once it is escaped. */
    private static String escaped(String text, int most) {
        int room = most;
        String escaped = escape(PlainText.line(text, room));
        while (escaped.length() > most) {
            room -= Math.max(1, (escaped.length() - most) / 2);
            escaped = escape(PlainText.line(text, room));
        }
        return escaped;
    }

    private static String escape(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}
