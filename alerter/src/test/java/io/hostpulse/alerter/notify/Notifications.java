package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.codec.Rfc3339;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Notifications for tests. */
public final class Notifications {

    /** When the alerts began. */
    public static final long SINCE = Rfc3339.parse("2026-07-03T10:15:30Z");

    /** When the notification was decided on: two minutes and five seconds later. */
    public static final long NOW = Rfc3339.parse("2026-07-03T10:17:35Z");

    private Notifications() {}

    /** One alert about memory, of a level. */
    public static Alert alert(AlertLevel level) {
        return alert(level, "High memory usage: 95.5% (threshold: 90.0%)");
    }

    /** One alert that says this. */
    public static Alert alert(AlertLevel level, String message) {
        return alert("0123456789ab", level, message, "");
    }

    /** One alert with everything that differs between several. */
    public static Alert alert(String id, AlertLevel level, String message, String dimension) {
        return new Alert(
                id,
                new AlertKey("memory_usage", dimension),
                "memory",
                "percentage",
                level,
                AlertState.FIRING,
                new Measured(OptionalDouble.of(95.5), OptionalDouble.of(90), OptionalDouble.of(97.25)),
                message,
                SINCE,
                NOW,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of("team", "infra"));
    }

    /** The same, over. */
    public static Alert over(Alert alert) {
        return with(alert, AlertState.RESOLVED, OptionalLong.of(NOW), Optional.empty());
    }

    /** The same, with somebody who takes care of it. */
    public static Alert acknowledged(Alert alert) {
        return with(alert, AlertState.ACKNOWLEDGED, OptionalLong.empty(), Optional.of(new Note(NOW, "ada", "on it")));
    }

    private static Alert with(Alert alert, AlertState state, OptionalLong resolved, Optional<Note> acknowledged) {
        return new Alert(
                alert.id(),
                alert.key(),
                alert.component(),
                alert.metric(),
                alert.level(),
                state,
                alert.measured(),
                alert.message(),
                alert.since(),
                alert.updated(),
                resolved,
                alert.flapping(),
                acknowledged,
                alert.notes(),
                alert.labels());
    }

    /** A notification of a kind, about one critical alert in the fitting state, with its context. */
    public static Notification of(Notification.Kind kind) {
        Alert firing = alert(AlertLevel.CRITICAL);
        Alert alert =
                switch (kind) {
                    case RESOLVED -> over(firing);
                    case ACKNOWLEDGED -> acknowledged(firing);
                    case FIRING, REMINDER, SUMMARY, TEST -> firing;
                };
        return of(kind, List.of(alert));
    }

    /** A notification about these, worst first. */
    public static Notification of(Notification.Kind kind, List<Alert> alerts) {
        AlertContext context = new AlertContext(
                List.of(
                        new AlertContext.TopProcess(4711, "java", "ada", "3.2 GB"),
                        new AlertContext.TopProcess(815, "postgres", "postgres", "1.1 GB")),
                IntStream.range(0, 8)
                        .mapToObj(i -> new AlertContext.Point(SINCE + i * 1_000_000_000L, 80 + 2 * i))
                        .toList());
        return new Notification(
                "k-0123456789ab-" + kind.name().toLowerCase(Locale.ROOT),
                kind,
                NOW,
                "atlas",
                alerts,
                Map.of(alerts.get(0).id(), context),
                "");
    }

    /** A group of so many, whose messages are {@code AlertNumber000} and so on. */
    public static Notification group(int size) {
        return of(
                Notification.Kind.FIRING,
                IntStream.range(0, size)
                        .mapToObj(i -> alert(
                                String.format("%012x", i),
                                AlertLevel.WARNING,
                                String.format("AlertNumber%03d", i),
                                "path=/mnt/" + i))
                        .toList());
    }

    /** One in which every text that comes from the machine or from people is this. */
    public static Notification saying(String text) {
        Alert plain = alert("0123456789ab", AlertLevel.CRITICAL, text, text);
        Alert alert = new Alert(
                plain.id(),
                new AlertKey(text, text),
                text,
                text,
                AlertLevel.CRITICAL,
                AlertState.ACKNOWLEDGED,
                Measured.NOTHING,
                text,
                SINCE,
                NOW,
                OptionalLong.empty(),
                true,
                Optional.of(new Note(NOW, text, text)),
                List.of(new Note(NOW, text, text)),
                Map.of(text, text));
        AlertContext context = new AlertContext(List.of(new AlertContext.TopProcess(1, text, text, text)), List.of());
        return new Notification(
                "k-hostile", Notification.Kind.FIRING, NOW, text, List.of(alert), Map.of(alert.id(), context), text);
    }
}
