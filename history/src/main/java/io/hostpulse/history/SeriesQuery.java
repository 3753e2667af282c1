package io.hostpulse.history;

/**
 * Asks what one series did.
 *
 * @param series which one
 * @param from the beginning, epoch nanoseconds
 * @param to the end, epoch nanoseconds, not included; after the beginning
 * @param points into how many buckets at most the answer is thinned, 1 to {@value #MAX_POINTS}
 */
public record SeriesQuery(SeriesKey series, long from, long to, int points) {

    /** More than any screen shows, and still a small answer. */
    public static final int MAX_POINTS = 10_000;

    /**
     * Refuses what cannot be answered.
     *
     * @throws IllegalArgumentException when the times or the points are out of range
     */
    public SeriesQuery {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "a query from " + from + " to " + to + " ns: it must end after it begins");
        }
        if (points < 1 || points > MAX_POINTS) {
            throw new IllegalArgumentException(points + " points: 1 to " + MAX_POINTS + " can be asked for");
        }
    }
}
