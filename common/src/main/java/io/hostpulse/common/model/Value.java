package io.hostpulse.common.model;

import java.util.List;
import java.util.Objects;

/** One value inside a snapshot. A tree of values has the shape of the JSON object that is written to the queue. */
public sealed interface Value
        permits Value.Whole, Value.Real, Value.Text, Value.Flag, Value.Sequence, Value.Missing, Fields {

    /**
     * A whole number, such as a size in bytes.
     *
     * @param value any long
     */
    record Whole(long value) implements Value {}

    /**
     * A number with a fraction, such as a percentage.
     *
     * @param value a finite number; what is not finite was not measured and must be {@link Missing}
     */
    record Real(double value) implements Value {
        /**
         * Refuses NaN and infinity.
         *
         * @throws IllegalArgumentException when the value is not finite
         */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is not a measurement: use Missing with a reason");
            }
        }
    }

    /**
     * A text.
     *
     * @param value any text; it is data from the machine and may hold anything
     */
    record Text(String value) implements Value {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value);
        }
    }

    /**
     * Yes or no.
     *
     * @param value the answer
     */
    record Flag(boolean value) implements Value {}

    /**
     * An ordered list.
     *
     * @param values the elements, in order
     */
    record Sequence(List<? extends Value> values) implements Value {
        /** Copies the list. */
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /**
     * A value that should be here and could not be read. It is written as null, and its reason beside it; it is never 0.
     *
     * @param reason why, for a person; not blank
     */
    record Missing(String reason) implements Value {
        /**
         * Refuses a missing value without a reason.
         *
         * @throws IllegalArgumentException when the reason is blank
         */
        public Missing {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a missing value needs a reason");
            }
        }
    }
}
