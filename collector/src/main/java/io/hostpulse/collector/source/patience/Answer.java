package io.hostpulse.collector.source.patience;

/**
 * What came of asking.
 *
 * @param <T> what is answered
 */
public sealed interface Answer<T> {

    /**
     * It answered.
     *
     * @param <T> what is answered
     * @param value what it said
     */
    record Known<T>(T value) implements Answer<T> {}

    /**
     * It did not, or with an error.
     *
     * @param <T> what is answered
     * @param reason for a person
     */
    record Unknown<T>(String reason) implements Answer<T> {}
}
