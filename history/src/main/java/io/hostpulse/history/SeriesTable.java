package io.hostpulse.history;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the series of one stream. The limit is on those that are alive: names of interfaces and containers come and go. What it
 * knows is what the database holds, but for numbers given since the last commit: after a rollback it must be thrown away. Not
 * thread-safe.
 */
final class SeriesTable {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesTable.class);

    /** A series without a value for so many hours is not alive. */
    private static final long ALIVE = 24;

    private final Database database;
    private final Streams.Row stream;
    private final int limit;
    private final Map<String, Integer> numbers = new HashMap<>();
    private long counted;
    private boolean isFull;

    SeriesTable(Database database, Streams.Row stream, int limit) {
        this.database = database;
        this.stream = stream;
        this.limit = limit;
        count(Span.hourOf(stream.lastTime()));
    }

    /** Keeps those that are alive; the others are looked up when they come back. */
    private void count(long hour) {
        counted = hour;
        numbers.clear();
        database.each(
                "select path, id from series where stream = ? and last_hour >= ?",
                row -> numbers.put(row.getString(1), row.getInt(2)),
                stream.id(),
                hour - ALIVE);
    }

    /** The series' number; none when it would be one too many. */
    OptionalInt number(String path, long hour) {
        Integer known = numbers.get(path);
        if (known != null) {
            return OptionalInt.of(known);
        }
        if (numbers.size() >= limit && hour != counted) {
            count(hour);
        }
        return numbers.size() < limit ? find(path, hour) : refuse(path);
    }

    private OptionalInt find(String path, long hour) {
        long id = database.number("select id from series where stream = ? and path = ?", stream.id(), path)
                .orElseGet(() -> add(path, hour));
        if (id > RowId.MAX_SERIES) {
            return refuse(path);
        }
        numbers.put(path, (int) id);
        return OptionalInt.of((int) id);
    }

    private long add(String path, long hour) {
        return database.insert(
                "insert into series (stream, path, first_hour, last_hour) values (?, ?, ?, ?)",
                stream.id(),
                path,
                hour,
                hour);
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
