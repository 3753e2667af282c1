package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import java.time.Duration;

/**
 * How the number that is compared comes from the values.
 *
 * @param function what is computed
 * @param over from the values of this time
 * @param limit what {@link WindowFunction.TimeUntil} computes the time to
 * @param limitField a field beside the value that holds this limit; empty for {@code limit}
 */
record Measure(WindowFunction function, Duration over, double limit, String limitField) {

    private static final double FULL = 100;

    static final Measure NEWEST = new Measure(new WindowFunction.Newest(), Duration.ofMinutes(5), FULL, "");

    boolean isNewest() {
        return function instanceof WindowFunction.Newest;
    }

    boolean isTime() {
        return function instanceof WindowFunction.TimeUntil;
    }
}
