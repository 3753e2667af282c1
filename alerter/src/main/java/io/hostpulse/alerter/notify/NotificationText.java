package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.text.Units;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a notification in plain text, which a handler still escapes for where it sends it. Immutable.
 *
 * @param times how times are shown
 */
public record NotificationText(TimeText times) {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_DIMENSION = 300;
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_LINE = 30;

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
        int count = notification.alerts().size();
        return headline(notification) + ": "
                + (count == 1 ? message(notification.alerts().get(0)) : count + " alerts");
    }

    /**
     * Says how bad it is and where.
     *
     * @param notification any notification
     * @return a few words, for example {@code STILL CRITICAL on atlas}
     */
    public String headline(Notification notification) {
        return word(notification) + " on " + PlainText.line(notification.host(), LONGEST_NAME);
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
                ? since + ", was on for " + Units.wholeSpan(alert.duration(now))
                : since + ", for " + Units.wholeSpan(alert.duration(now));
    }

    /**
     * Says it in several lines: the title, each alert, what else was going on, what was held back. When there is no room for all of
     * that, each alert keeps one line, if need be a short one.
     *
     * @param notification any notification
     * @param most the most UTF-16 units
     * @return the text, without a newline at its end
     */
    public String text(Notification notification, int most) {
        String full = join(notification, alert -> inFull(alert, notification));
        if (full.length() <= most) {
            return full;
        }
        int room = Math.max(SHORTEST_LINE, most / (notification.alerts().size() + 3) - 1);
        return PlainText.clip(
                join(notification, alert -> List.of(PlainText.clip(line(alert, notification.at()), room))), most);
    }

    private String join(Notification notification, Function<Alert, List<String>> lines) {
        Stream<String> title = Stream.of(title(notification));
        Stream<String> alerts = notification.alerts().stream().flatMap(alert -> lines.apply(alert).stream());
        Stream<String> held = Stream.of(PlainText.line(notification.heldBack(), LONGEST_MESSAGE))
                .filter(line -> !line.isEmpty());
        return Stream.of(title, alerts, held).flatMap(Function.identity()).collect(Collectors.joining("\n"));
    }

    private List<String> inFull(Alert alert, Notification notification) {
        List<String> lines = new ArrayList<>(List.of("", line(alert, notification.at())));
        AlertFacts.of(alert, notification.at(), times).forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
        lines.addAll(context(notification.contexts().getOrDefault(alert.id(), AlertContext.NONE)));
        return lines;
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
        if (!context.unknown().isEmpty()) {
            lines.add("Top: unknown, " + PlainText.line(context.unknown(), LONGEST_MESSAGE));
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
