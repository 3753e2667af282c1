package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass where time itself is what is asked for. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        until(System.nanoTime() + duration.toNanos());
    }

    static void until(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
