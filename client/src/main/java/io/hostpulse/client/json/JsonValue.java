package io.hostpulse.client.json;

import java.util.List;
import java.util.Objects;

/** One value of a JSON document. Immutable. */
public sealed interface JsonValue
        permits JsonObject,
                JsonValue.Whole,
                JsonValue.Real,
                JsonValue.Text,
                JsonValue.Flag,
                JsonValue.Array,
                JsonValue.Null {

    /**
     * A whole number.
     *
     * @param value any long
     */
    record Whole(long value) implements JsonValue {}

    /**
     * A number with a fraction, or one that no long can hold.
     *
     * @param value a finite number
     */
    record Real(double value) implements JsonValue {}

    /**
     * A text.
     *
     * @param value it comes from the machine that is watched and may hold anything
     */
    record Text(String value) implements JsonValue {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value);
        }
    }

    /**
     * True or false.
     *
     * @param value which
     */
    record Flag(boolean value) implements JsonValue {}

    /**
     * A list.
     *
     * @param values its elements in order
     */
    record Array(List<JsonValue> values) implements JsonValue {
        /** Copies the list. */
        public Array {
            values = List.copyOf(values);
        }
    }

    /** The value null: something that was not measured. */
    record Null() implements JsonValue {}
}
