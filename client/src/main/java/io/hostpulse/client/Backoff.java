package io.hostpulse.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: twice as long after each failure, and at random between half of that and all of it,
 * so that clients which lost their broker together do not come back together.
 *
 * @param first the longest first wait
 * @param most the longest wait of all
 * @param steadyAfter how long a connection must have lasted for the next failure to count as the first
 */
public record Backoff(Duration first, Duration most, Duration steadyAfter) {

    /** Half a second at first, half a minute at most, forgotten after ten seconds. */
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10));

    private static final int MOST_DOUBLINGS = 30;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Refuses what cannot be meant.
     *
     * @throws IllegalArgumentException when the first wait is not positive, or longer than the longest
     */
    public Backoff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "the first wait must be more than 0 and the longest no shorter: " + first + ", " + most);
        }
    }

    Duration before(int attempt, RandomGenerator random) {
        int doublings = Math.min(attempt, MOST_DOUBLINGS);
        double whole = Math.min(nanos(most), nanos(first) * Math.pow(2, doublings));
        return Duration.ofNanos(Math.round(whole / 2 + random.nextDouble() * whole / 2));
    }

    // No whole number: it may be more than those can count.
    private static double nanos(Duration time) {
        return time.getSeconds() * NANOS_PER_SECOND + time.getNano();
    }
}
