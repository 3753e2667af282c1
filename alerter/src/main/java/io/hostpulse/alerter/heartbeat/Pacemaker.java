package io.hostpulse.alerter.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Decides when there is a beat. While all is well there is one each interval. When it is not, the beat waits until it is; after each whole
 * interval without, there is one that says what is wrong. It knows no clock and belongs to one thread.
 */
final class Pacemaker {

    /** How often it is looked whether all is well again. */
    private static final long LOOK_INTERVAL = 1_000_000_000;

    private final long interval;
    private final LongFunction<List<String>> problems;
    private boolean begun;
    private long due;
    private long nextLook;
    private boolean wrong;
    private long wrongSince;

    /**
     * Starts.
     *
     * @param problems tells what is wrong at a time
     */
    Pacemaker(Duration interval, LongFunction<List<String>> problems) {
        this.interval = interval.toNanos();
        this.problems = problems;
    }

    /** Takes a turn: the beat that is due, if any. */
    Optional<Beat> turn(long now) {
        if (!begun || due - now > interval || nextLook - now > interval) {
            // The first turn, or somebody has set the clock back.
            begun = true;
            wrong = false;
            due = now;
            nextLook = now;
        }
        return now < due || now < nextLook ? Optional.empty() : look(now);
    }

    private Optional<Beat> look(long now) {
        nextLook = now + LOOK_INTERVAL;
        List<String> found = problems.apply(now);
        if (found.isEmpty()) {
            wrong = false;
            due = now + interval;
        } else if (!wrong || now - wrongSince < interval) {
            // For a moment everything looks stale after a machine has slept: that delays a beat and takes none away.
            wrongSince = wrong ? wrongSince : now;
            wrong = true;
            return Optional.empty();
        } else {
            wrongSince = now;
        }
        return Optional.of(new Beat(now, now + interval, found));
    }
}
