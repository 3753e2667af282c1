package io.hostpulse.common.alert;

import java.util.OptionalDouble;

/**
 * The numbers of an alert. An alert about data that does not come has none.
 *
 * @param value the newest value, in the metric's unit
 * @param threshold the limit of the present level
 * @param peak the value that was farthest beyond the limit since the alert began
 */
public record Measured(OptionalDouble value, OptionalDouble threshold, OptionalDouble peak) {

    /** No number at all. */
    public static final Measured NOTHING =
            new Measured(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * Begins with the value that violated the rule.
     *
     * @param value the value
     * @param threshold the limit
     * @return the numbers, the value being the peak
     */
    public static Measured of(double value, double threshold) {
        return new Measured(OptionalDouble.of(value), OptionalDouble.of(threshold), OptionalDouble.of(value));
    }
}
