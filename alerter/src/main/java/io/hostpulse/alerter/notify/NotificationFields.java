package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A notification as a JSON object, for programs: {@code version}, {@code key}, {@code kind}, {@code timestamp}, {@code host}, {@code
 * level}, {@code title}, {@code alerts} in the form of {@link AlertFields} with {@code duration_seconds} and {@code context}, and {@code
 * held_back}. docs/NOTIFICATIONS.md shows it.
 */
public final class NotificationFields {

    /** It grows when a field changes its meaning or goes; new fields do not change it. */
    private static final String VERSION = "1";

    /** Longer texts are cut: nobody needs them, and receivers refuse them. */
    private static final int LONGEST_TEXT = 4_096;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final NotificationText TEXT = new NotificationText(ZoneOffset.UTC);

    private NotificationFields() {}

    /**
     * Makes the object.
     *
     * @param notification any notification
     * @return its fields; their texts are valid Unicode
     */
    public static Fields of(Notification notification) {
        Fields.Builder fields = Fields.builder()
                .put("version", VERSION)
                .put("key", notification.key())
                .put("kind", notification.kind().name().toLowerCase(Locale.ROOT))
                .put("timestamp", Rfc3339.format(notification.at()))
                .put("host", notification.host())
                .put("level", notification.level().name())
                .put("title", TEXT.title(notification))
                .put("alerts", alerts(notification));
        if (!notification.heldBack().isBlank()) {
            fields.put("held_back", notification.heldBack());
        }
        return (Fields) each(fields.build(), NotificationFields::clipped);
    }

    /**
     * Makes the object of one alert of a notification, with what else was going on.
     *
     * @param notification any notification
     * @param alert one of its alerts
     * @return its fields, as in {@code alerts} of the notification's object
     */
    public static Fields of(Notification notification, Alert alert) {
        return (Fields) each(fields(notification, alert), NotificationFields::clipped);
    }

    /**
     * Makes the object of one alert.
     *
     * @param alert any alert
     * @return its fields in the form of {@link AlertFields}; their texts are valid Unicode and not too long
     */
    public static Fields of(Alert alert) {
        return (Fields) each(AlertFields.of(alert), NotificationFields::clipped);
    }

    /**
     * Writes an object as JSON.
     *
     * @param fields any fields without missing values
     * @return the bytes, UTF-8
     */
    public static byte[] json(Fields fields) {
        return new PayloadWriter()
                .write((Fields) each(fields, PlainText::wellFormed))
                .array();
    }

    /**
     * Writes an object as JSON, as text.
     *
     * @param fields any fields without missing values
     * @return the text, in one line
     */
    public static String jsonText(Fields fields) {
        return new String(json(fields), StandardCharsets.UTF_8);
    }

    private static List<Fields> alerts(Notification notification) {
        return notification.alerts().stream()
                .map(alert -> fields(notification, alert))
                .toList();
    }

    private static Fields fields(Notification notification, Alert alert) {
        AlertContext context = notification.contexts().getOrDefault(alert.id(), AlertContext.NONE);
        Fields.Builder fields = Fields.builder();
        AlertFields.of(alert).values().forEach(fields::put);
        fields.put("duration_seconds", alert.duration(notification.at()) / NANOS_PER_SECOND);
        if (!context.equals(AlertContext.NONE)) {
            fields.put("context", ContextFields.of(context));
        }
        return fields.build();
    }

    /** JSON can hold any character but half of one; names of labels are data too. */
    private static Value each(Value value, UnaryOperator<String> change) {
        if (value instanceof Value.Text text) {
            return new Value.Text(change.apply(text.value()));
        }
        if (value instanceof Value.Sequence sequence) {
            return new Value.Sequence(
                    sequence.values().stream().map(one -> each(one, change)).toList());
        }
        if (value instanceof Fields fields) {
            Map<String, Value> copy = new LinkedHashMap<>();
            fields.values().forEach((name, inner) -> copy.put(change.apply(name), each(inner, change)));
            return new Fields(copy);
        }
        return value;
    }

    private static String clipped(String text) {
        return PlainText.wellFormed(PlainText.clip(text, LONGEST_TEXT));
    }
}
