package io.hostpulse.alerter.rule;

import java.time.Duration;

/**
 * How sure one has to be before an alert begins or ends.
 *
 * @param holdFor for how long it must have been violated
 * @param violations how many of the newest values must be violations
 * @param of among how many, at most {@value #MAX_VALUES}
 * @param keepFiringFor for how long it must no longer have been violated
 */
record Patience(Duration holdFor, int violations, int of, Duration keepFiringFor) {

    /** One bit of a long for each value. */
    static final int MAX_VALUES = 64;

    static final Patience NONE = new Patience(Duration.ZERO, 1, 1, Duration.ZERO);
}
