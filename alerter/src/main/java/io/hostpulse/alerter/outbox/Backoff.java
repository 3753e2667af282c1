package io.hostpulse.alerter.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long each time, with a fifth of chance, so that many that failed together do not
 * come back together.
 *
 * @param first the first pause
 * @param longest the longest pause
 * @param random the chance
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final double SPREAD = 0.2;

    /** Doublings after which any first pause is longer than a day. */
    private static final int MOST_DOUBLINGS = 30;

    /** At least as long as the other end asked for; in nanoseconds. */
    long pause(int failures, Optional<Duration> askedFor) {
        double doubled = first.toNanos() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double spread = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        long own = (long) (Math.min(doubled, longest.toNanos()) * spread);
        return Math.max(own, askedFor.map(Duration::toNanos).orElse(0L));
    }
}
