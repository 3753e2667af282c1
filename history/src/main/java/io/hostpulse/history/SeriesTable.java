package io.hostpulse.history;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the series of one stream. What it knows is what the database holds, but for numbers given since the last commit:
 * after a rollback it must be thrown away. Not thread-safe.
 */
final class SeriesTable {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesTable.class);

    private final Database database;
    private final Streams.Row stream;
    private final int limit;
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean isFull;

    SeriesTable(Database database, Streams.Row stream, int limit) {
        this.database = database;
        this.stream = stream;
        this.limit = limit;
        database.each(
                "select id, path from series where stream = ?",
                row -> numbers.put(row.getString(2), row.getInt(1)),
                stream.id());
    }

    /** The series' number; none when it would be one too many. */
    OptionalInt number(String path, long hour) {
        Integer known = numbers.get(path);
        if (known != null) {
            return OptionalInt.of(known);
        }
        return numbers.size() < limit ? add(path, hour) : refuse(path);
    }

    private OptionalInt add(String path, long hour) {
        long id = database.insert(
                "insert into series (stream, path, first_hour, last_hour) values (?, ?, ?, ?)",
                stream.id(),
                path,
                hour,
                hour);
        if (id > RowId.MAX_SERIES) {
            throw new HistoryException(
                    HistoryException.Failure.REFUSED,
                    "history " + database.file() + " has had " + RowId.MAX_SERIES
                            + " series and no numbers left: move it away, and a new one begins");
        }
        numbers.put(path, (int) id);
        return OptionalInt.of((int) id);
    }

    // Said once: a source that makes up names makes many.
    private OptionalInt refuse(String path) {
        if (!isFull) {
            isFull = true;
            LOG.warn(
                    "the history keeps no more than {} series of the stream {}: '{}' and other new ones are not kept; "
                            + "raise history.max_series, or let the source use fewer names",
                    limit,
                    stream.name(),
                    path);
        }
        return OptionalInt.empty();
    }
}
