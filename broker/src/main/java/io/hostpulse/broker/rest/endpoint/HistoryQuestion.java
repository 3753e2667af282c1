package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Query;
import io.hostpulse.history.FieldChoice;
import io.hostpulse.history.SeriesQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the history of a stream.
 *
 * @param from the beginning, epoch nanoseconds
 * @param to the end, epoch nanoseconds, not included
 * @param points into how many buckets at most each series is thinned
 * @param fields which series; empty for the usual ones
 * @param after only the series behind this one, by their names
 */
record HistoryQuestion(long from, long to, int points, List<String> fields, Optional<String> after) {

    private static final int USUAL_HOURS = 24;
    private static final int USUAL_POINTS = 600;

    /** A hundred years, as the history keeps at most. */
    private static final int MOST_HOURS = 24 * 36_500;

    /** Clocks differ, but not by more than a day. */
    private static final long AHEAD = Duration.ofDays(1).toNanos();

    static HistoryQuestion read(Query query, long now) {
        int hours = query.whole("hours", USUAL_HOURS, 1, MOST_HOURS);
        if (query.text("hours").isPresent() && query.text("from").isPresent()) {
            throw ProblemException.badRequest("say either 'hours' or 'from', not both");
        }
        long to = query.text("to").map(text -> Query.time("to", text)).orElse(now);
        long from = query.text("from")
                .map(text -> Query.time("from", text))
                .orElseGet(() -> Math.max(0, to - Duration.ofHours(hours).toNanos()));
        if (from < 0 || to > now + AHEAD) {
            throw ProblemException.badRequest("the history can be asked from 1970 until now");
        }
        if (from >= to) {
            throw ProblemException.badRequest("'from' must be before 'to', which is now unless given");
        }
        return new HistoryQuestion(
                from,
                to,
                query.whole("points", USUAL_POINTS, 1, SeriesQuery.MAX_POINTS),
                query.text("fields").map(FieldChoice::split).orElse(List.of()),
                query.text("after"));
    }
}
