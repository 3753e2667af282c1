package io.hostpulse.exporter.host;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long each time from one second to a minute, with a fifth of chance, so that many
 * that failed together do not come back together.
 *
 * @param random the chance
 */
record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final double SPREAD = 0.2;

    /** Nobody's wish makes us forget about them. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    /** Doublings after which the longest pause is reached. */
    private static final int MOST_DOUBLINGS = 10;

    /** At least as long as the other end asked for; in nanoseconds. */
    long pause(int failures, Optional<Duration> askedFor) {
        double doubled = FIRST.toNanos() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double spread = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        long own = (long) (Math.min(doubled, LONGEST.toNanos()) * spread);
        long wish = askedFor.map(Backoff::heeded).orElse(0L);
        return Math.max(own, wish);
    }

    // Compared before it is counted: three hundred years are no number of nanoseconds.
    private static long heeded(Duration wish) {
        if (wish.isNegative()) {
            return 0;
        }
        return (wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish).toNanos();
    }
}
