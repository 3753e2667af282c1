package io.hostpulse.alerter.notify.teams;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertFacts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Adaptive Cards. Data stands in RichTextBlocks only: unlike TextBlock and FactSet they know no Markdown, so nothing in it can
 * become a link, a list or a mention.
 *
 * @param text how things are said
 */
record TeamsMessage(NotificationText text) {

    /** The whole message; Teams takes 28 KB. */
    private static final int MOST_BYTES = 27_000;

    private static final int LONGEST_LINE = 500;

    Fields of(Notification notification) {
        int inFull = Math.min(10, notification.alerts().size());
        Fields message = message(notification, inFull, notification.alerts().size());
        for (int named = notification.alerts().size(); tooLarge(message) && named > 1; named = named * 3 / 4) {
            inFull /= 2;
            message = message(notification, inFull, named);
        }
        return message;
    }

    private static boolean tooLarge(Fields message) {
        return NotificationFields.json(message).length > MOST_BYTES;
    }

    private Fields message(Notification notification, int inFull, int named) {
        Fields card = Fields.builder()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                .put("msteams", Fields.builder().put("width", "Full").build())
                .put("body", body(notification, inFull, named))
                .build();
        Fields attachment = Fields.builder()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .put("content", card)
                .build();
        return Fields.builder()
                .put("type", "message")
                .put("attachments", List.of(attachment))
                .build();
    }

    private List<Fields> body(Notification notification, int inFull, int named) {
        Tone tone = Tone.of(notification);
        List<Fields> body = new ArrayList<>();
        body.add(block(run(tone.sign() + " " + text.title(notification), "Large", colour(tone), true)));
        List<Alert> alerts = notification.alerts();
        for (int i = 0; i < Math.min(named, alerts.size()); i++) {
            body.addAll(alert(alerts.get(i), notification, i < inFull));
        }
        if (named < alerts.size()) {
            body.add(block(plain("… and " + (alerts.size() - named) + " more")));
        }
        if (!notification.heldBack().isBlank()) {
            body.add(block(plain(notification.heldBack())));
        }
        return body;
    }

    private List<Fields> alert(Alert alert, Notification notification, boolean inFull) {
        List<Fields> blocks = new ArrayList<>();
        blocks.add(block(run(text.line(alert, notification.at()), "Default", colour(Tone.of(alert)), true)));
        if (inFull) {
            AlertFacts.of(alert, notification.at(), text.times())
                    .forEach(fact -> blocks.add(block(plain(fact.name() + ": " + fact.value()))));
            NotificationText.context(notification.contexts().getOrDefault(alert.id(), AlertContext.NONE))
                    .forEach(line -> blocks.add(block(plain(line))));
        }
        return blocks;
    }

    private static Fields block(Fields run) {
        return Fields.builder()
                .put("type", "RichTextBlock")
                .put("spacing", "Small")
                .put("inlines", List.of(run))
                .build();
    }

    private static Fields plain(String line) {
        return run(line, "Default", "Default", false);
    }

    private static Fields run(String line, String size, String colour, boolean bold) {
        return Fields.builder()
                .put("type", "TextRun")
                .put("text", PlainText.line(line, LONGEST_LINE))
                .put("size", size)
                .put("color", colour)
                .put("weight", bold ? "Bolder" : "Default")
                .build();
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case RESOLVED -> "Good";
            case WARNING -> "Warning";
            case CRITICAL -> "Attention";
            case ACKNOWLEDGED, TEST, INFO -> "Accent";
        };
    }
}
