package io.hostpulse.console.tail;

import io.hostpulse.common.process.EpochClock;
import java.util.concurrent.locks.LockSupport;

/** Waits, so that a test need not. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits until a moment; it may return earlier.
     *
     * @param epochNanos the moment
     */
    void until(long epochNanos);

    /**
     * Waits really.
     *
     * @param clock tells how long it is until the moment
     * @return a pause of the calling thread
     */
    static Pause by(EpochClock clock) {
        return epochNanos -> LockSupport.parkNanos(epochNanos - clock.nanos());
    }
}
