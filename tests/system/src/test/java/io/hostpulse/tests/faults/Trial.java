package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.Random;

/**
 * One run of one scenario.
 *
 * @param scratch where it may write
 * @param random where its chances come from
 * @param scale how much to inject
 * @param tally what it found
 */
record Trial(Scratch scratch, Random random, Scale scale, Tally tally) {

    /** How long anything may take before the campaign gives up on it. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    Duration upTo(Duration longest) {
        return Duration.ofNanos((long) (random.nextDouble() * longest.toNanos()));
    }
}
