package io.hostpulse.common.process;

import java.time.Instant;

/** The wall clock. Everything that needs the time gets one, so that tests can step it. */
@FunctionalInterface
public interface EpochClock {

    /** The system's clock, with the resolution it offers; on Linux a microsecond or better. */
    EpochClock SYSTEM = new SystemClock(Instant::now, System::currentTimeMillis, System::nanoTime);

    /**
     * Tells the time. It can jump in both directions when the system's clock is set.
     *
     * @return nanoseconds since 1970-01-01T00:00:00Z
     */
    long nanos();
}
