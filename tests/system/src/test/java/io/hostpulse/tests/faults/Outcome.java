package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one kind of fault has cost, and whether that is within its goal.
 *
 * @param kind the kind of fault
 * @param goal what it may cost
 * @param patience how many times the goal's time it may take
 * @param injected how many faults
 * @param survived after how many work went on
 * @param acknowledged how many records their writers were told are safe
 * @param lost how many of those no reader got, or, where files were damaged, how many nobody was told of
 * @param duplicates how many records came to a reader twice
 * @param times of recovery or detection, shortest first
 * @param problems what must not be
 * @param notes what is worth knowing
 */
record Outcome(
        String kind,
        Goal goal,
        int patience,
        int injected,
        int survived,
        long acknowledged,
        long lost,
        long duplicates,
        List<Duration> times,
        List<String> problems,
        List<String> notes) {

    boolean wasSkipped() {
        return injected == 0 && problems.isEmpty();
    }

    /** The goals that were missed, in words; none when all is well. */
    List<String> missed() {
        List<String> missed = new ArrayList<>(problems);
        if (lost > 0) {
            missed.add(lost + " acknowledged records lost");
        }
        if (survived < injected) {
            missed.add((injected - survived) + " not survived");
        }
        if (duplicates > (long) injected * goal.duplicates()) {
            missed.add(duplicates + " duplicates");
        }
        Duration limit = goal.limit().multipliedBy(patience);
        if (time(goal.percentile()).compareTo(limit) >= 0) {
            missed.add(
                    goal.name() + " took " + time(goal.percentile()).toMillis() + " ms instead of " + limit.toMillis());
        }
        return missed;
    }

    /** The time that a share of all did not exceed. */
    Duration time(double percentile) {
        if (times.isEmpty()) {
            return Duration.ZERO;
        }
        return times.get((int) Math.ceil(percentile * times.size()) - 1);
    }
}
