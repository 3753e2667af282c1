package io.hostpulse.history;

import io.hostpulse.common.model.StreamName;
import java.util.List;
import java.util.Set;

/** The table of streams: who they are and where the writer stands in each. */
final class Streams {

    /** Everything else is somebody's own. */
    private static final Set<String> BUILT_IN = Set.of(
            "processor", "memory", "disk", "gpu", "network", "system", "process", "sensors", "pipeline", "alerts");

    private static final long NEVER = -1;

    /**
     * One row.
     *
     * @param id its number
     * @param name the stream
     * @param lastSequence the last record that is in the history; 0 for none
     * @param lastTime when that was taken, epoch nanoseconds
     * @param processMinute the minute from 1970 whose processes were kept last
     */
    record Row(int id, StreamName name, long lastSequence, long lastTime, long processMinute) {

        Row at(long sequence, long time) {
            return new Row(id, name, sequence, time, processMinute);
        }

        Row withProcesses(long minute) {
            return new Row(id, name, lastSequence, lastTime, minute);
        }

        long span() {
            return Span.of(lastTime);
        }
    }

    private final Database database;

    Streams(Database database) {
        this.database = database;
    }

    List<Row> all() {
        return database.list(
                "select id, name, last_sequence, last_time, process_minute from stream order by name",
                row -> new Row(
                        row.getInt(1),
                        new StreamName(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)));
    }

    Row add(StreamName name) {
        long id = database.insert(
                "insert into stream (name, custom, last_sequence, last_time, process_minute) values (?, ?, 0, 0, ?)",
                name.value(),
                BUILT_IN.contains(name.value()) ? 0 : 1,
                NEVER);
        return new Row((int) id, name, 0, 0, NEVER);
    }

    void save(Row row) {
        database.update(
                "update stream set last_sequence = ?, last_time = ?, process_minute = ? where id = ?",
                row.lastSequence(),
                row.lastTime(),
                row.processMinute(),
                row.id());
    }
}
