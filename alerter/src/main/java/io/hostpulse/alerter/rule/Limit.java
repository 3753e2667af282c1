package io.hostpulse.alerter.rule;

/** What a value is compared with. */
public sealed interface Limit {

    /**
     * A number, in the metric's unit; seconds for times.
     *
     * @param value finite
     */
    record Number(double value) implements Limit {}

    /**
     * What is normal, both ends included.
     *
     * @param low the lower end
     * @param high the upper end
     */
    record Range(double low, double high) implements Limit {}

    /**
     * A text, or {@code true} or {@code false}.
     *
     * @param text compared as it is
     */
    record Word(String text) implements Limit {}
}
