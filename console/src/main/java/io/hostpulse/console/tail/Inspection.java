package io.hostpulse.console.tail;

import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;

/** Looks once a second whether somebody changed the files under a tail. */
final class Inspection {

    private static final long INTERVAL = 1_000_000_000L;

    private final EpochClock clock;
    private long last;

    Inspection(EpochClock clock) {
        this.clock = clock;
        this.last = clock.nanos();
    }

    boolean isDueAndFinds(SnapshotTail tail, TailListener listener) {
        long now = clock.nanos();
        if (now - last < INTERVAL && now >= last) {
            return false;
        }
        last = now;
        return tail.inspect(listener);
    }
}
