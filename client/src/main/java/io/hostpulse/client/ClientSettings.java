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

    /** Two pings of the broker, and some time on the way. */
    static final Duration IDLE = Duration.ofSeconds(50);

    static final Duration OPEN = Duration.ofSeconds(15);
}
