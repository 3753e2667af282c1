package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one stream's snapshot, or of an object in it. Paths are names with dots between them, and places in lists:
 * {@code swap.percentage}, {@code mounts[0].free}; docs/METRICS.md has them all. A field that is null is missing for the reason that
 * the source gave; one that is not there, or of another kind than asked for, is missing for that reason. Immutable.
 */
public final class Fields {

    private static final String REASONS = "missing";

    private final JsonObject json;
    private final JsonObject reasons;
    private final String prefix;

    private Fields(JsonObject json, JsonObject reasons, String prefix) {
        this.json = json;
        this.reasons = reasons;
        this.prefix = prefix;
    }

    /**
     * Takes a whole snapshot of a stream.
     *
     * @param snapshot the object under the stream's name in {@code data}
     * @return its fields
     */
    public static Fields of(JsonObject snapshot) {
        return new Fields(snapshot, snapshot.object(REASONS), "");
    }

    /**
     * Gives the object itself, with fields that no type here knows.
     *
     * @return the object as it came
     */
    public JsonObject json() {
        return json;
    }

    /**
     * Looks for any value.
     *
     * @param path where
     * @return the value
     * @throws IllegalArgumentException when the path is none
     */
    public Measured<JsonValue> at(String path) {
        Optional<FieldPath.Found> found = FieldPath.parse(path).in(json);
        if (found.isEmpty()) {
            return new Measured.Missing<>("there is no field '" + prefix + path + "'");
        }
        if (found.get().value() instanceof JsonValue.Null) {
            return new Measured.Missing<>(
                    reasons.text(prefix + found.get().way()).orElse("not reported"));
        }
        return new Measured.Known<>(found.get().value());
    }

    /**
     * Looks for a whole number, such as a size in bytes.
     *
     * @param path where
     * @return the number
     */
    public Measured<Long> whole(String path) {
        return typed(path, "whole number", value -> value instanceof JsonValue.Whole whole ? whole.value() : null);
    }

    /**
     * Looks for a number, whole or not.
     *
     * @param path where
     * @return the number
     */
    public Measured<Double> number(String path) {
        return typed(path, "number", Fields::number);
    }

    private static Double number(JsonValue value) {
        if (value instanceof JsonValue.Whole whole) {
            return (double) whole.value();
        }
        return value instanceof JsonValue.Real real ? real.value() : null;
    }

    /**
     * Looks for a text.
     *
     * @param path where
     * @return the text
     */
    public Measured<String> text(String path) {
        return typed(path, "text", value -> value instanceof JsonValue.Text text ? text.value() : null);
    }

    /**
     * Looks for true or false.
     *
     * @param path where
     * @return which
     */
    public Measured<Boolean> flag(String path) {
        return typed(path, "yes or no", value -> value instanceof JsonValue.Flag flag ? flag.value() : null);
    }

    /**
     * Looks for a moment.
     *
     * @param path where
     * @return the moment
     */
    public Measured<Instant> time(String path) {
        return typed(path, "time", value -> value instanceof JsonValue.Text text ? instant(text.value()) : null);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // then it is missing, and the text is in the reason
        }
    }

    /**
     * Looks for an object.
     *
     * @param path where
     * @return its fields
     */
    public Measured<Fields> object(String path) {
        return typed(path, "object", value -> value instanceof JsonObject found ? inside(found, path) : null);
    }

    /**
     * Looks for a list of numbers, each of which may be missing.
     *
     * @param path where
     * @return the list
     */
    public Measured<List<Measured<Double>>> numbers(String path) {
        return list(path, (fields, place) -> fields.number(place));
    }

    /**
     * Looks for a list of objects.
     *
     * @param <T> what to make of each
     * @param path where
     * @param form makes it
     * @return the list; what is no object in it is left out
     */
    public <T> Measured<List<T>> objects(String path, Function<Fields, T> form) {
        return list(path, (fields, place) -> fields.object(place)).map(all -> all.stream()
                .flatMap(one -> one.toOptional().stream())
                .map(form)
                .toList());
    }

    private <T> Measured<List<T>> list(String path, Element<T> element) {
        return typed(path, "list", value -> value instanceof JsonValue.Array array ? array : null)
                .map(array -> {
                    List<T> all = new ArrayList<>();
                    for (int i = 0; i < array.values().size(); i++) {
                        all.add(element.at(this, path + "[" + i + "]"));
                    }
                    return List.copyOf(all);
                });
    }

    @FunctionalInterface
    private interface Element<T> {
        T at(Fields fields, String place);
    }

    private Fields inside(JsonObject object, String path) {
        return new Fields(object, reasons, prefix + path + ".");
    }

    private <T> Measured<T> typed(String path, String kind, Function<JsonValue, T> form) {
        return at(path).flatMap(value -> {
            T typed = form.apply(value);
            return typed == null
                    ? new Measured.Missing<>("'" + prefix + path + "' is no " + kind + ": " + value)
                    : new Measured.Known<>(typed);
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields
                && json.equals(fields.json)
                && reasons.equals(fields.reasons)
                && prefix.equals(fields.prefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(json, reasons, prefix);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
