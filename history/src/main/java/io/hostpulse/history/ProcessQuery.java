package io.hostpulse.history;

import java.util.OptionalLong;

/**
 * Asks what the programs of one name did.
 *
 * @param name the name, exactly
 * @param pid whose runs are wanted before all others
 * @param from the beginning, epoch nanoseconds
 * @param to the end, epoch nanoseconds, not included; after the beginning
 * @param points into how many buckets at most each run is thinned, 1 to {@value #MAX_POINTS}
 */
public record ProcessQuery(String name, OptionalLong pid, long from, long to, int points) {

    /** There is a value a minute; a day of them is still one bucket each. */
    public static final int MAX_POINTS = 1_500;

    /**
     * Refuses what cannot be answered.
     *
     * @throws IllegalArgumentException when the times or the points are out of range
     */
    public ProcessQuery {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "a query from " + from + " to " + to + " ns: it must end after it begins");
        }
        if (points < 1 || points > MAX_POINTS) {
            throw new IllegalArgumentException(points + " points: 1 to " + MAX_POINTS + " can be asked for");
        }
    }
}
