package io.hostpulse.common.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says once that the process is to end. May be given and awaited by any thread. */
final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    /** Sleeps until the signal is given or the time is over, and tells whether it was given. */
    boolean awaitNanos(long nanos) throws InterruptedException {
        return given.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}
