package io.hostpulse.alerter.route;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.alerter.silence.SilenceFields;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;
import java.util.Set;

/** The form of what the router remembers: {@code type} says which record it is. Times are RFC 3339 with microseconds. */
public final class RememberedFields {

    private static final String TYPE = "type";

    private RememberedFields() {}

    /**
     * Writes a record.
     *
     * @param record what is to be remembered
     * @return its fields
     */
    public static Fields of(Remembered record) {
        if (record instanceof Tracked one) {
            return tracked(one);
        } else if (record instanceof Remembered.Heard one) {
            return heard(one);
        } else if (record instanceof Remembered.GroupWindow one) {
            return window(one);
        } else if (record instanceof Remembered.HeldBack one) {
            return heldBack(one);
        } else if (record instanceof Remembered.StoredSilence one) {
            return type("silence")
                    .put("silence", SilenceFields.of(one.silence()))
                    .build();
        }
        return type("forgotten").put("key", record.key()).build();
    }

    private static Fields tracked(Tracked one) {
        Fields.Builder fields = type("alert").put("alert", AlertFields.of(one.alert()));
        if (!one.lastOn().equals(one.alert())) {
            fields.put("last_on", AlertFields.of(one.lastOn()));
        }
        one.openSince().ifPresent(time -> fields.put("open_since", Rfc3339.format(time)));
        one.heldBy().ifPresent(silence -> fields.put("held_by", silence));
        Fields.Builder standings = Fields.builder();
        one.standings().forEach((handler, standing) -> standings.put(handler, StandingFields.of(standing)));
        return fields.put("standings", standings.build()).build();
    }

    private static Fields heard(Remembered.Heard one) {
        return type("heard")
                .put("handler", one.handler())
                .put("rule", one.alert().rule())
                .put("dimension", one.alert().dimension())
                .put("at", Rfc3339.format(one.at()))
                .put("level", one.level().name())
                .put("unheard", one.unheard())
                .build();
    }

    private static Fields window(Remembered.GroupWindow one) {
        return type("window")
                .put("handler", one.handler())
                .put("group", one.group())
                .put("at", Rfc3339.format(one.at()))
                .put("level", one.level().name())
                .build();
    }

    private static Fields heldBack(Remembered.HeldBack one) {
        return type("held_back")
                .put("silence", one.silence())
                .put("since", Rfc3339.format(one.since()))
                .put("alert", AlertFields.of(one.alert()))
                .put("occurrences", one.occurrences())
                .put("worst", one.worst().name())
                .put("given", one.given().stream().map(Value.Text::new).toList())
                .build();
    }

    private static Fields.Builder type(String type) {
        return Fields.builder().put(TYPE, type);
    }

    /**
     * Reads a record back.
     *
     * @param fields what {@link #of} wrote
     * @return the record
     * @throws RecordFormatException when it is none
     */
    public static Remembered parse(Fields fields) {
        FieldReader reader = new FieldReader(fields);
        return switch (reader.text(TYPE)) {
            case "alert" -> tracked(reader);
            case "heard" ->
                new Remembered.Heard(
                        reader.text("handler"),
                        new AlertKey(reader.text("rule"), reader.text("dimension")),
                        reader.time("at"),
                        reader.constant("level", AlertLevel.class),
                        reader.whole("unheard"));
            case "window" ->
                new Remembered.GroupWindow(
                        reader.text("handler"),
                        reader.text("group"),
                        reader.time("at"),
                        reader.constant("level", AlertLevel.class));
            case "held_back" ->
                new Remembered.HeldBack(
                        reader.text("silence"),
                        reader.time("since"),
                        alert(reader, "alert").orElseThrow(() -> new RecordFormatException("'alert' is absent")),
                        reader.whole("occurrences"),
                        reader.constant("worst", AlertLevel.class),
                        Set.copyOf(reader.texts("given")));
            case "silence" ->
                new Remembered.StoredSilence(reader.inner("silence")
                        .map(inner -> SilenceFields.parse(inner.fields()))
                        .orElseThrow(() -> new RecordFormatException("'silence' is absent")));
            case "forgotten" -> new Remembered.Forgotten(reader.text("key"));
            default -> throw new RecordFormatException("'type' is not known: " + reader.text(TYPE));
        };
    }

    private static Tracked tracked(FieldReader reader) {
        Alert alert = alert(reader, "alert").orElseThrow(() -> new RecordFormatException("'alert' is absent"));
        return new Tracked(
                alert,
                alert(reader, "last_on").orElse(alert),
                reader.optionalTime("open_since"),
                reader.optionalText("held_by"),
                reader.named("standings", entry -> entry.in()
                        .inner(entry.name())
                        .map(StandingFields::parse)
                        .orElse(Standing.NEW)));
    }

    private static Optional<Alert> alert(FieldReader reader, String name) {
        return reader.inner(name).map(inner -> AlertFields.parse(inner.fields()));
    }
}
