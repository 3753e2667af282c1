package io.hostpulse.client.message;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or the reason why there is none. What was not measured is never 0 and never an empty text.
 *
 * @param <T> the kind of value
 */
public sealed interface Measured<T> {

    /**
     * It was measured.
     *
     * @param <T> the kind of value
     * @param value what was measured
     */
    record Known<T>(T value) implements Measured<T> {
        /** Refuses null. */
        public Known {
            Objects.requireNonNull(value);
        }
    }

    /**
     * It was not.
     *
     * @param <T> the kind of value
     * @param reason why, for a person
     */
    record Missing<T>(String reason) implements Measured<T> {
        /** Refuses null. */
        public Missing {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Tells whether there is a value.
     *
     * @return false when it is missing
     */
    default boolean isKnown() {
        return this instanceof Known;
    }

    /**
     * Forgets the reason.
     *
     * @return the value, if there is one
     */
    default Optional<T> toOptional() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /**
     * Tells why there is no value.
     *
     * @return the reason; empty when there is one
     */
    default Optional<String> whyMissing() {
        return this instanceof Missing<T> missing ? Optional.of(missing.reason()) : Optional.empty();
    }

    /**
     * Insists on the value.
     *
     * @return the value
     * @throws NoSuchElementException with the reason when it is missing
     */
    default T orElseThrow() {
        if (this instanceof Known<T> known) {
            return known.value();
        }
        throw new NoSuchElementException(((Missing<T>) this).reason());
    }

    /**
     * Looks at the value in another way.
     *
     * @param <R> the other kind of value
     * @param change what to make of the value
     * @return the result, or the same reason
     */
    default <R> Measured<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> new Known<>(change.apply(value)));
    }

    /**
     * Goes on from the value.
     *
     * @param <R> the other kind of value
     * @param next what to do with the value
     * @return the result, or the same reason
     */
    default <R> Measured<R> flatMap(Function<? super T, Measured<R>> next) {
        return this instanceof Known<T> known ? next.apply(known.value()) : new Missing<>(((Missing<T>) this).reason());
    }
}
