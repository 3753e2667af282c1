package io.hostpulse.common.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named values in the order in which they were added; the JSON object of a snapshot. Immutable.
 *
 * @param values the values by name
 */
public record Fields(Map<String, Value> values) implements Value {

    /** No field at all. */
    public static final Fields NONE = new Fields(Map.of());

    /** Copies the map and keeps its order. */
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Starts an empty set of fields.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks a field up.
     *
     * @param name the name of a direct child
     * @return its value, if there is one
     */
    public Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Collects fields in order. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Value> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a whole number.
         *
         * @param name the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, long value) {
            return put(name, new Whole(value));
        }

        /**
         * Adds a number; one that is not finite becomes a missing value.
         *
         * @param name the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, double value) {
            return put(name, Double.isFinite(value) ? new Real(value) : new Missing("not measured"));
        }

        /**
         * Adds a text.
         *
         * @param name the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, String value) {
            return put(name, new Text(value));
        }

        /**
         * Adds yes or no.
         *
         * @param name the field
         * @param value its value
         * @return this builder
         */
        public Builder put(String name, boolean value) {
            return put(name, new Flag(value));
        }

        /**
         * Adds a list.
         *
         * @param name the field
         * @param elements its elements
         * @return this builder
         */
        public Builder put(String name, List<? extends Value> elements) {
            return put(name, new Sequence(elements));
        }

        /**
         * Adds a value that could not be read.
         *
         * @param name the field
         * @param reason why, for a person
         * @return this builder
         */
        public Builder missing(String name, String reason) {
            return put(name, new Missing(reason));
        }

        /**
         * Adds any value.
         *
         * @param name the field
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException when the field was added before
         */
        public Builder put(String name, Value value) {
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException("field '" + name + "' was added twice");
            }
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the fields added so far
         */
        public Fields build() {
            return new Fields(values);
        }
    }
}
