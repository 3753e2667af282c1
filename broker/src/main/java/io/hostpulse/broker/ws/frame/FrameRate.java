package io.hostpulse.broker.ws.frame;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many frames a client may send. It may send what belongs to two seconds at once, so that a program may begin with a burst.
 * Belongs to one connection.
 */
final class FrameRate {

    private static final long BURST = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier clock;
    private final int perSecond;
    private long paidUntil;

    /**
     * Starts with the whole burst.
     *
     * @param perSecond frames
     * @param clock nanoseconds that only grow
     */
    FrameRate(int perSecond, LongSupplier clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.paidUntil = clock.getAsLong();
    }

    void take() {
        long now = clock.getAsLong();
        paidUntil = Math.max(paidUntil - now, 0) + now + TimeUnit.SECONDS.toNanos(1) / perSecond;
        if (paidUntil - now > BURST) {
            throw Violation.policy("more than " + perSecond + " messages a second");
        }
    }
}
