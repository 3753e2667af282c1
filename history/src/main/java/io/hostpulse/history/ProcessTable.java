package io.hostpulse.history;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Keeps the lists of the largest programs, one snapshot a minute: the first. */
final class ProcessTable {

    private static final List<String> LISTS = List.of("top_cpu", "top_memory");

    private final Database database;

    ProcessTable(Database database) {
        this.database = database;
    }

    static boolean isIn(Fields fields) {
        return LISTS.stream().anyMatch(list -> fields.get(list).isPresent());
    }

    /** A program that is in both lists is one row. */
    void save(long time, Fields fields) {
        for (String list : LISTS) {
            if (fields.get(list).orElse(Fields.NONE) instanceof Value.Sequence programs) {
                programs.values().forEach(program -> save(time, program));
            }
        }
    }

    private void save(long time, Value value) {
        if (!(value instanceof Fields program) || !(program.get("pid").orElse(null) instanceof Value.Whole pid)) {
            return;
        }
        database.update(
                "insert or replace into process_sample"
                        + " (time, pid, name, cpu_percent, memory_percent, memory_used, status, num_threads, user,"
                        + " started, read_rate, write_rate)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                time,
                pid.value(),
                program.get("name").map(ProcessTable::plain).orElse("?"),
                plain(program, "cpu_percent"),
                plain(program, "memory_percent"),
                plain(program, "memory"),
                plain(program, "state"),
                plain(program, "threads"),
                plain(program, "user"),
                started(program),
                plain(program, "read_bytes_per_sec"),
                plain(program, "write_bytes_per_sec"));
    }

    private static Object started(Fields program) {
        return program.get("start_time").map(ProcessTable::nanos).orElse(null);
    }

    /** A text that is no time comes from no source of ours; then the start is not known. */
    private static Long nanos(Value value) {
        try {
            return value instanceof Value.Text text ? Rfc3339.parse(text.value()) : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Object plain(Fields program, String field) {
        return program.get(field).map(ProcessTable::plain).orElse(null);
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.value();
        }
        if (value instanceof Value.Real real) {
            return real.value();
        }
        return value instanceof Value.Text text ? text.value() : null;
    }

    /** The newest snapshot that is not after one time and not before another. */
    Optional<ProcessSnapshot> newest(long from, long to) {
        return database.number("select max(time) from process_sample where time between ? and ?", from, to)
                .map(time -> new ProcessSnapshot(time, at(time)));
    }

    private List<ProcessSample> at(long time) {
        return new ArrayList<>(database.list(
                "select pid, name, cpu_percent, memory_percent, memory_used, status, num_threads, user"
                        + " from process_sample where time = ? order by cpu_percent desc, memory_used desc, pid",
                ProcessTable::sample,
                time));
    }

    private static ProcessSample sample(ResultSet row) throws SQLException {
        return new ProcessSample(
                row.getLong(1),
                row.getString(2),
                real(row, 3),
                real(row, 4),
                whole(row, 5),
                Optional.ofNullable(row.getString(6)),
                whole(row, 7),
                Optional.ofNullable(row.getString(8)));
    }

    private static OptionalDouble real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalLong whole(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
