package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What a template can name. Those about one alert mean the worst, which is the first. */
enum Placeholder {
    KEY(Notification::key),
    KIND(notification -> notification.kind().name().toLowerCase(Locale.ROOT)),
    HOST(Notification::host),
    LEVEL(notification -> notification.level().name()),
    TIMESTAMP(notification -> Rfc3339.format(notification.at())),
    COUNT(notification -> Integer.toString(notification.alerts().size())),
    HELD_BACK(Notification::heldBack),
    ID(ofWorst(Alert::id)),
    RULE(ofWorst(alert -> alert.key().rule())),
    DIMENSION(ofWorst(alert -> alert.key().dimension())),
    COMPONENT(ofWorst(Alert::component)),
    METRIC(ofWorst(Alert::metric)),
    MESSAGE(ofWorst(Alert::message)),
    STATE(ofWorst(alert -> alert.state().label())),
    SINCE(ofWorst(alert -> Rfc3339.format(alert.since()))),
    VALUE(ofWorst(alert -> number(alert, alert.measured().value()))),
    THRESHOLD(ofWorst(alert -> number(alert, alert.measured().threshold()))),
    /** One line and several lines for people; what zone they show is the template's. */
    TITLE(null),
    TEXT(null),
    /** The whole object, unescaped: it is JSON already. */
    JSON(null);

    /** More of a single value is cut off. */
    private static final int LONGEST = 4_096;

    private final Function<Notification, String> value;

    Placeholder(Function<Notification, String> value) {
        this.value = value;
    }

    static Placeholder named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no {{" + name + "}}"
                        + Nearest.hint(name, labels()) + "; known are " + String.join(", ", labels())));
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Placeholder::label).toList();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fill(Notification notification, NotificationText text, Escape escape) {
        return switch (this) {
            case JSON -> NotificationFields.jsonText(NotificationFields.of(notification));
            case TITLE -> escape.apply(text.title(notification));
            case TEXT -> escape.apply(text.text(notification, LONGEST));
            default -> escape.apply(clipped(value.apply(notification)));
        };
    }

    private static String clipped(String text) {
        return PlainText.clip(text, LONGEST);
    }

    private static Function<Notification, String> ofWorst(Function<Alert, String> property) {
        return notification -> property.apply(notification.alerts().get(0));
    }

    private static String number(Alert alert, OptionalDouble number) {
        return number.isPresent() ? Quantity.of(alert, number.getAsDouble()) : "";
    }
}
