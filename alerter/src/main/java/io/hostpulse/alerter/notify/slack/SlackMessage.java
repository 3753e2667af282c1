package io.hostpulse.alerter.notify.slack;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertFacts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes messages of blocks.
 *
 * @param text how things are said
 * @param channel where it goes instead of where the hook belongs, for hooks that allow it
 * @param username who says it, for hooks that allow it
 * @param icon an emoji such as {@code :satellite:}, for hooks that allow it
 */
record SlackMessage(NotificationText text, Optional<String> channel, Optional<String> username, Optional<String> icon) {

    // Slack's own limits, https://docs.slack.dev/reference/block-kit/blocks
    private static final int MOST_BLOCKS = 50;
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_FIELDS = 10;

    /** Three blocks each; the others are named in one line each. */
    private static final int MOST_IN_FULL = 10;

    private static final int LONGEST_TEXT = 1_000;

    Fields of(Notification notification) {
        Tone tone = Tone.of(notification);
        Fields.Builder message = Fields.builder();
        channel.ifPresent(value -> message.put("channel", value));
        username.ifPresent(value -> message.put("username", value));
        icon.ifPresent(value -> message.put("icon_emoji", value));
        Fields attachment = Fields.builder()
                .put("color", tone.hex())
                .put("blocks", blocks(notification, tone))
                .build();
        // What phones and lists of messages show, which do not know blocks.
        message.put("text", SlackText.escape(text.title(notification), LONGEST_TEXT))
                .put("mrkdwn", false);
        return message.put("attachments", List.of(attachment)).build();
    }

    private List<Fields> blocks(Notification notification, Tone tone) {
        List<Fields> blocks = new ArrayList<>();
        blocks.add(block("header", SlackText.plain(tone.sign() + " " + text.headline(notification), LONGEST_HEADER)));
        List<Alert> alerts = notification.alerts();
        int inFull = Math.min(alerts.size(), MOST_IN_FULL);
        for (Alert alert : alerts.subList(0, inFull)) {
            blocks.addAll(blocks(alert, notification));
        }
        blocks.addAll(others(notification, alerts.subList(inFull, alerts.size())));
        if (!notification.heldBack().isBlank()) {
            blocks.add(context(List.of(notification.heldBack())));
        }
        return blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()));
    }

    private List<Fields> blocks(Alert alert, Notification notification) {
        List<Fields> blocks = new ArrayList<>();
        blocks.add(block("section", SlackText.plain(text.line(alert, notification.at()), LONGEST_SECTION)));
        blocks.add(Fields.builder()
                .put("type", "section")
                .put(
                        "fields",
                        AlertFacts.of(alert, notification.at(), text.times()).stream()
                                .limit(MOST_FIELDS)
                                .map(fact -> SlackText.plain(fact.name() + "\n" + fact.value(), LONGEST_FIELD))
                                .toList())
                .build());
        List<String> lines =
                NotificationText.context(notification.contexts().getOrDefault(alert.id(), AlertContext.NONE));
        if (!lines.isEmpty()) {
            blocks.add(context(lines));
        }
        return blocks;
    }

    /** As many lines to a section as it holds, so that each alert is named. */
    private List<Fields> others(Notification notification, List<Alert> others) {
        List<Fields> blocks = new ArrayList<>();
        int perBlock = Math.max(10, (others.size() + 14) / 15);
        for (int i = 0; i < others.size(); i += perBlock) {
            List<Alert> some = others.subList(i, Math.min(others.size(), i + perBlock));
            int room = LONGEST_SECTION / (some.size() + 1);
            String lines = some.stream()
                    .map(alert -> SlackText.escape(text.line(alert, notification.at()), room))
                    .collect(Collectors.joining("\n"));
            blocks.add(block(
                    "section",
                    Fields.builder()
                            .put("type", "plain_text")
                            .put("text", lines)
                            .put("emoji", false)
                            .build()));
        }
        return blocks;
    }

    private static Fields block(String type, Fields text) {
        return Fields.builder().put("type", type).put("text", text).build();
    }

    private static Fields context(List<String> lines) {
        return Fields.builder()
                .put("type", "context")
                .put(
                        "elements",
                        lines.stream()
                                .map(line -> SlackText.plain(line, LONGEST_FIELD))
                                .toList())
                .build();
    }
}
