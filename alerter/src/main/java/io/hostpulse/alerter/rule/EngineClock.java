package io.hostpulse.alerter.rule;

/**
 * The time outside of all streams, from tick to tick. A clock that is set, or a process that was stopped, looks like a long step; of
 * that only {@value #LONGEST_STEP} ns count, so that nothing seems to be late because of it. Not thread-safe.
 */
final class EngineClock {

    /** Ticks come every second or so. */
    static final long LONGEST_STEP = 5_000_000_000L;

    private static final double NANOS = 1e9;

    private long now;
    private long steady;

    void tick(long time) {
        if (now != 0) {
            steady += Math.max(0, Math.min(time - now, LONGEST_STEP));
        }
        now = time;
    }

    /** The newest tick, epoch nanoseconds; 0 before the first. */
    long now() {
        return now;
    }

    long steady() {
        return steady;
    }

    double secondsSince(long earlierSteady) {
        return (steady - earlierSteady) / NANOS;
    }
}
