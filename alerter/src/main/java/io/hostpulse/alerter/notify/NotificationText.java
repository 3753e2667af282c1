package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says a notification in plain text, which a handler still escapes for where it sends it. Immutable.
 *
 * @param times how times are shown
 */
public record NotificationText(TimeText times) {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_DIMENSION = 300;
    private static final int LONGEST_NAME = 100;

    /**
     * Speaks in a zone.
     *
     * @param zone whose clock is shown
     */
    public NotificationText(ZoneId zone) {
        this(new TimeText(zone));
    }

    /**
     * Says it all in a few words.
     *
     * @param notification any notification
     * @return one line, for example {@code CRITICAL on atlas: High memory usage: 95.5% (threshold: 90.0%)}
     */
    public String title(Notification notification) {
        String host = PlainText.line(notification.host(), LONGEST_NAME);
        if (notification.alerts().size() == 1) {
            return word(notification) + " on " + host + ": "
                    + message(notification.alerts().get(0));
        }
        return word(notification) + " on " + host + ": " + notification.alerts().size() + " alerts";
    }

    private static String word(Notification notification) {
        Tone tone = Tone.of(notification);
        return notification.kind() == Notification.Kind.REMINDER ? "STILL " + tone : tone.name();
    }

    /**
     * Says one alert in one line.
     *
     * @param alert the alert
     * @param now the present time, epoch nanoseconds
     * @return level or state, message, dimension, since when and for how long
     */
    public String line(Alert alert, long now) {
        return Tone.of(alert) + " " + message(alert) + dimension(alert) + " " + since(alert, now);
    }

    /**
     * Says what it is about.
     *
     * @param alert the alert
     * @return its message in one line
     */
    public static String message(Alert alert) {
        return PlainText.line(alert.message(), LONGEST_MESSAGE);
    }

    private static String dimension(Alert alert) {
        String dimension = PlainText.line(alert.key().dimension(), LONGEST_DIMENSION);
        return dimension.isEmpty() ? "" : " [" + dimension + "]";
    }

    private String since(Alert alert, long now) {
        String since = "since " + times.at(alert.since());
        return alert.resolved().isPresent()
                ? since + ", was on for " + TimeText.span(alert.duration(now))
                : since + ", for " + TimeText.span(alert.duration(now));
    }

    /**
     * Says it in several lines: the title, each alert, what else was going on, what was held back.
     *
     * @param notification any notification
     * @return the text, without a newline at its end
     */
    public String text(Notification notification) {
        List<String> lines = new ArrayList<>();
        lines.add(title(notification));
        for (Alert alert : notification.alerts()) {
            lines.add("");
            lines.add(line(alert, notification.at()));
            AlertFacts.of(alert, notification.at(), times)
                    .forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
            lines.addAll(context(notification.contexts().getOrDefault(alert.id(), AlertContext.NONE)));
        }
        if (!notification.heldBack().isBlank()) {
            lines.add("");
            lines.add(PlainText.line(notification.heldBack(), LONGEST_MESSAGE));
        }
        return String.join("\n", lines);
    }

    /**
     * Says what else was going on.
     *
     * @param context what is known
     * @return a line for the top processes and one for the last minute, as far as they are known
     */
    public static List<String> context(AlertContext context) {
        List<String> lines = new ArrayList<>();
        if (!context.processes().isEmpty()) {
            lines.add("Top: "
                    + context.processes().stream()
                            .map(NotificationText::process)
                            .collect(Collectors.joining(", ")));
        }
        String bars = Sparkline.of(context.recent());
        if (!bars.isEmpty()) {
            lines.add("Last minute: " + bars);
        }
        return lines;
    }

    private static String process(AlertContext.TopProcess process) {
        return PlainText.line(process.name(), LONGEST_NAME) + " (" + process.pid() + ", "
                + PlainText.line(process.user(), LONGEST_NAME) + ") " + PlainText.line(process.use(), LONGEST_NAME);
    }
}
