package io.hostpulse.history;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.HistoryException.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Looks back. It reads beside the writer and in any process, and neither waits for the other. Each answer shows the history as
 * it was at one moment, and has an upper limit. When the database was set aside and a new one begun, it goes on with that.
 *
 * <p>Not thread-safe: one for each thread.
 */
public final class HistoryReader implements AutoCloseable {

    /** How many alerts or series one answer has at most. */
    public static final int MAX_ROWS = 10_000;

    /** Processes are kept once a minute: an older snapshot says nothing about a moment. */
    private static final long SNAPSHOT_AGE = 120_000_000_000L;

    private final HistoryFiles files;
    private Database database;
    private Optional<Object> identity;

    private HistoryReader(HistoryFiles files) {
        this.files = files;
        this.identity = files.identity();
        this.database = open(files);
    }

    /**
     * Opens a history for reading.
     *
     * @param directory where it lies, usually {@code data/history}
     * @return the reader
     * @throws HistoryException when there is none yet, or it cannot be read
     */
    public static HistoryReader open(Path directory) {
        return new HistoryReader(new HistoryFiles(directory));
    }

    private static Database open(HistoryFiles files) {
        if (!Files.exists(files.database())) {
            throw absent(files);
        }
        NativeLibrary.unpack(files.library());
        Database database = Database.open(files.database(), true);
        try {
            if (Schema.isNew(database)) {
                throw absent(files);
            }
            Schema.check(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HistoryException absent(HistoryFiles files) {
        return new HistoryException(
                Failure.ABSENT,
                "there is no history in " + files.directory() + " yet: it begins when the exporter first runs with it");
    }

    /**
     * Lists the streams that are or were recorded.
     *
     * @return their names, sorted
     */
    public List<StreamName> streams() {
        return inOneMoment(() ->
                new Streams(database).all().stream().map(Streams.Row::name).toList());
    }

    /**
     * Lists the series of a stream.
     *
     * @param stream the stream
     * @return its series, sorted by path; at most {@link #MAX_ROWS}
     */
    public List<SeriesKey> series(StreamName stream) {
        return inOneMoment(() -> database.list(
                "select path from series where stream = (select id from stream where name = ?) order by path limit "
                        + MAX_ROWS,
                row -> new SeriesKey(stream, row.getString(1)),
                stream.value()));
    }

    /**
     * Answers what a series did.
     *
     * @param query which series, when, and into how many buckets
     * @return the answer; empty when there is no such series
     */
    public Optional<SeriesHistory> query(SeriesQuery query) {
        return inOneMoment(() -> database.first(
                        "select stream, id from series where path = ?"
                                + " and stream = (select id from stream where name = ?)",
                        row -> new int[] {row.getInt(1), row.getInt(2)},
                        query.series().path(),
                        query.series().stream().value())
                .map(ids -> SeriesScan.run(database, query, ids[0], ids[1])));
    }

    /**
     * Lists alerts that were on at any time in a span.
     *
     * @param from the beginning, epoch nanoseconds
     * @param to the end, epoch nanoseconds
     * @param limit how many at most, 1 to {@link #MAX_ROWS}
     * @return each as it stood last; the one that began last first
     */
    public List<Alert> alerts(long from, long to, int limit) {
        return inOneMoment(() -> new AlertTable(database).between(from, to, Math.max(1, Math.min(limit, MAX_ROWS))));
    }

    /**
     * Shows the largest programs at a moment.
     *
     * @param time the moment, epoch nanoseconds
     * @return the newest snapshot of the two minutes before it, if there is one
     */
    public Optional<ProcessSnapshot> processesAt(long time) {
        return inOneMoment(() -> new ProcessTable(database).newest(time - SNAPSHOT_AGE, time));
    }

    /**
     * Shows what programs of one name did.
     *
     * @param query which name, when, and into how many buckets
     * @return the program's runs
     */
    public ProcessHistory processes(ProcessQuery query) {
        return inOneMoment(() -> ProcessRuns.find(database, query));
    }

    private <T> T inOneMoment(Supplier<T> question) {
        followReplacement();
        AtomicReference<T> answer = new AtomicReference<>();
        database.read(() -> answer.set(question.get()));
        return answer.get();
    }

    /** An open file stays the same file when it is renamed, and would go on to be read. */
    private void followReplacement() {
        Optional<Object> present = files.identity();
        if (!present.equals(identity)) {
            Database fresh = open(files);
            database.close();
            database = fresh;
            identity = present;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
