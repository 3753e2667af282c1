package io.hostpulse.client;

import java.time.Duration;

/**
 * How a client behaves.
 *
 * @param subscription what it wants
 * @param backoff when it comes back
 * @param openTimeout how long an attempt to connect may take
 * @param idleTimeout after how much silence a connection is taken for dead
 */
record ClientSettings(Subscription subscription, Backoff backoff, Duration openTimeout, Duration idleTimeout) {

    /** The broker is asked after half of it, and answers at once. */
    static final Duration IDLE = Duration.ofSeconds(20);

    static final Duration OPEN = Duration.ofSeconds(15);

    /** Refuses limits that nothing could keep. */
    ClientSettings {
        requirePositive("openTimeout", openTimeout);
        requirePositive("idleTimeout", idleTimeout);
    }

    private static void requirePositive(String name, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, not " + limit);
        }
    }
}
