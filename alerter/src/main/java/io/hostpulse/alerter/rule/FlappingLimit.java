package io.hostpulse.alerter.rule;

import java.time.Duration;

/**
 * From when on an alert flaps.
 *
 * @param changes more changes than this make it flap, 2 to {@value #MAX_CHANGES}; 0 lets it come and go as it likes
 * @param window within this time; for so long without a change it is calm again
 */
record FlappingLimit(int changes, Duration window) {

    static final int MAX_CHANGES = 100;

    static final FlappingLimit USUAL = new FlappingLimit(6, Duration.ofMinutes(10));
}
