package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.RollFiles;
import java.time.Duration;
import net.openhft.chronicle.queue.RollCycle;

/**
 * The present time, by which files of the future are known.
 *
 * @param now epoch nanoseconds
 * @param roll how long one file is written
 */
record Present(long now, RollCycle roll) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A clock that was put back by an hour leaves files this far ahead, which is in order. */
    private static final long TOLERANCE = Duration.ofHours(1).toMillis();

    boolean isBefore(RollFile file) {
        long latest = now / NANOS_PER_MILLI + TOLERANCE + roll.lengthInMillis();
        return new RollFiles(roll).beginMillis(file.cycle()) > latest;
    }
}
