package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which records of a batch the database has already. A record is known by stream, sequence and time: when somebody removes the
 * queues, sequences begin at 1 again, and the time tells the new ones from the old.
 *
 * @param dialect how this database writes times
 * @param machine whose records
 */
record WrittenRecords(SqlDialect dialect, String machine) {

    private static final String QUERY = "SELECT sequence, timestamp FROM " + SqlTables.SNAPSHOTS
            + " WHERE host = ? AND stream = ? AND timestamp BETWEEN ? AND ?";

    private record Key(StreamName stream, long sequence, Object time) {}

    /** The records that are there. */
    Set<ExportRecord> of(Connection connection, List<ExportRecord> records) throws SQLException {
        Set<Key> there = new HashSet<>();
        for (Map.Entry<StreamName, Span> stream : spans(records).entrySet()) {
            find(connection, stream.getKey(), stream.getValue(), there);
        }
        return records.stream().filter(record -> there.contains(key(record))).collect(Collectors.toSet());
    }

    private Key key(ExportRecord record) {
        return new Key(record.stream(), record.sequence(), dialect.time(record.sampleTime()));
    }

    private record Span(long first, long last) {
        Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private static Map<StreamName, Span> spans(List<ExportRecord> records) {
        Map<StreamName, Span> spans = new LinkedHashMap<>();
        records.forEach(
                record -> spans.merge(record.stream(), new Span(record.sampleTime(), record.sampleTime()), Span::and));
        return spans;
    }

    private void find(Connection connection, StreamName stream, Span span, Set<Key> there) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, machine);
            query.setString(2, stream.value());
            query.setObject(3, dialect.time(span.first()));
            query.setObject(4, dialect.time(span.last()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    there.add(new Key(stream, rows.getLong(1), dialect.time(rows, 2)));
                }
            }
        }
    }
}
