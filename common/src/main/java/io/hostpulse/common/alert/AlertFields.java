package io.hostpulse.common.alert;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The form of an alert in the {@code alerts} stream and in messages to clients: {@code timestamp}, {@code component}, {@code
 * metric}, {@code value}, {@code threshold}, {@code level}, {@code message}, {@code id}, {@code state}, {@code since}, and
 * what else is known. Times are RFC 3339 with microseconds; a number that does not exist is left out. Thread-safe.
 */
public final class AlertFields {

    private AlertFields() {}

    /**
     * Writes an alert.
     *
     * @param alert any alert
     * @return its fields
     */
    public static Fields of(Alert alert) {
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(alert.updated()))
                .put("component", alert.component())
                .put("metric", alert.metric());
        alert.measured().value().ifPresent(value -> fields.put("value", value));
        alert.measured().threshold().ifPresent(value -> fields.put("threshold", value));
        fields.put("level", alert.level().name())
                .put("message", alert.message())
                .put("id", alert.id())
                .put("state", alert.state().label())
                .put("since", Rfc3339.format(alert.since()))
                .put("rule", alert.key().rule());
        if (!alert.key().dimension().isEmpty()) {
            fields.put("dimension", alert.key().dimension());
        }
        alert.measured().peak().ifPresent(value -> fields.put("peak", value));
        alert.resolved().ifPresent(at -> fields.put("resolved", Rfc3339.format(at)));
        fields.put("flapping", alert.flapping());
        alert.acknowledged().ifPresent(note -> fields.put("acknowledged", of(note)));
        fields.put("notes", alert.notes().stream().map(AlertFields::of).toList());
        fields.put("labels", of(alert.labels()));
        return fields.build();
    }

    private static Fields of(Note note) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(note.at()))
                .put("by", note.by())
                .put("text", note.text())
                .build();
    }

    private static Fields of(Map<String, String> labels) {
        Fields.Builder fields = Fields.builder();
        labels.forEach(fields::put);
        return fields.build();
    }

    /**
     * Reads an alert back.
     *
     * @param fields what {@link #of(Alert)} wrote
     * @return the alert
     * @throws RecordFormatException when a field is absent or is not what it should be
     */
    public static Alert parse(Fields fields) {
        try {
            return new Alert(
                    text(fields, "id"),
                    new AlertKey(
                            text(fields, "rule"), optional(fields, "dimension").orElse("")),
                    text(fields, "component"),
                    text(fields, "metric"),
                    AlertLevel.valueOf(text(fields, "level")),
                    AlertState.labelled(text(fields, "state")),
                    new Measured(number(fields, "value"), number(fields, "threshold"), number(fields, "peak")),
                    text(fields, "message"),
                    Rfc3339.parse(text(fields, "since")),
                    Rfc3339.parse(text(fields, "timestamp")),
                    optional(fields, "resolved")
                            .map(time -> OptionalLong.of(Rfc3339.parse(time)))
                            .orElse(OptionalLong.empty()),
                    fields.get("flapping").equals(Optional.of(new Value.Flag(true))),
                    fields.get("acknowledged").map(note -> note((Fields) note)),
                    elements(fields, "notes", element -> note((Fields) element)),
                    labels(fields));
        } catch (IllegalArgumentException | ClassCastException | DateTimeParseException e) {
            throw new RecordFormatException("no alert: " + e.getMessage());
        }
    }

    private static Note note(Fields fields) {
        return new Note(Rfc3339.parse(text(fields, "timestamp")), text(fields, "by"), text(fields, "text"));
    }

    private static Map<String, String> labels(Fields fields) {
        Map<String, String> labels = new TreeMap<>();
        fields.get("labels").ifPresent(found -> ((Fields) found)
                .values()
                .forEach((name, value) -> labels.put(name, ((Value.Text) value).value())));
        return labels;
    }

    private static <T> List<T> elements(Fields fields, String name, Function<Value, T> parser) {
        return fields.get(name).stream()
                .flatMap(list -> ((Value.Sequence) list).values().stream())
                .map(parser)
                .toList();
    }

    private static String text(Fields fields, String name) {
        return optional(fields, name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
    }

    private static Optional<String> optional(Fields fields, String name) {
        return fields.get(name).map(value -> ((Value.Text) value).value());
    }

    private static OptionalDouble number(Fields fields, String name) {
        return fields.get(name).map(AlertFields::number).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble number(Value value) {
        return value instanceof Value.Whole whole
                ? OptionalDouble.of(whole.value())
                : OptionalDouble.of(((Value.Real) value).value());
    }
}
