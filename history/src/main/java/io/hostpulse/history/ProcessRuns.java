package io.hostpulse.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks back through the lists of programs and tells the runs of one name apart. Its memory is bounded. Not thread-safe. */
final class ProcessRuns {

    private static final long MINUTE = 60_000_000_000L;

    /** Nobody compares more, and a compiler has thousands a day. */
    static final int MAX_RUNS = 24;

    /** Buckets of all runs: some 2 MB of JSON. A run that was begun is told to its beginning. */
    private static final int MOST_BUCKETS = 20_000;

    private final ProcessQuery query;
    private final long width;
    private final List<RunBuilder> runs = new ArrayList<>();
    private final Map<Long, RunBuilder> newest = new HashMap<>();
    private boolean isWhole = true;

    private ProcessRuns(ProcessQuery query) {
        this.query = query;
        this.width = width(query);
    }

    static ProcessHistory find(Database database, ProcessQuery query) {
        ProcessRuns found = new ProcessRuns(query);
        String more = Schema.hasRuns(database) ? "started, read_rate, write_rate" : "null, null, null";
        database.each(
                "select time, pid, user, cpu_percent, memory_used, " + more
                        + " from process_sample where time >= ? and time < ? and name = ? order by time desc",
                found::take,
                query.from(),
                query.to(),
                query.name());
        return new ProcessHistory(
                found.width, found.runs.stream().map(RunBuilder::build).toList(), found.isWhole);
    }

    /** Whole minutes, so that a list a minute makes one value a bucket, and none that is missing is made up. */
    private static long width(ProcessQuery query) {
        long ideal = (query.to() - query.from()) / query.points();
        return Math.max(1, -Math.floorDiv(-ideal, MINUTE)) * MINUTE;
    }

    private void take(ResultSet row) throws SQLException {
        ProcessMinute minute = ProcessMinute.read(row);
        RunBuilder run = newest.get(minute.pid());
        if (run == null || run.isOther(minute)) {
            if (!hasPlaceFor(minute)) {
                isWhole = false;
                return;
            }
            run = new RunBuilder(minute, width);
            newest.put(minute.pid(), run);
            runs.add(run);
        }
        run.add(minute);
    }

    private boolean hasPlaceFor(ProcessMinute minute) {
        int most = Math.min(MAX_RUNS, Math.max(1, MOST_BUCKETS / (RunBuilder.FIELDS * query.points())));
        boolean isWanted = query.pid().isPresent() && query.pid().getAsLong() == minute.pid();
        // The one that was asked for has a place of its own, however many were seen after it.
        return runs.size() < (isWanted || query.pid().isEmpty() ? most : most - 1);
    }
}
