package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.exporter.sink.point.Point;
import io.hostpulse.exporter.sink.point.Points;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Inserts records: a row with the whole snapshot, and one for each number in it. Belongs to one thread.
 */
final class SqlRows {

    private final SqlDialect dialect;
    private final String machine;
    private final boolean metrics;
    private final PayloadReader payloads = new PayloadReader();
    private final PayloadWriter json = new PayloadWriter();

    SqlRows(SqlDialect dialect, String machine, boolean metrics) {
        this.dialect = dialect;
        this.machine = machine;
        this.metrics = metrics;
    }

    /** A record and what is in it. */
    record Read(ExportRecord record, Fields payload) {}

    /**
     * Reads payloads, before anything is sent.
     *
     * @throws io.hostpulse.common.codec.RecordFormatException when one is no JSON object
     */
    List<Read> read(List<ExportRecord> records) {
        return records.stream()
                .map(record -> new Read(record, payloads.read(record.payload().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    void insert(Connection connection, List<Read> records) throws SQLException {
        insertSnapshots(connection, records);
        if (metrics) {
            insertMetrics(connection, records);
        }
    }

    private void insertSnapshots(Connection connection, List<Read> records) throws SQLException {
        String sql =
                "INSERT INTO monitoring_snapshots (timestamp, host, stream, sequence, kind, missing_before, cpu_usage,"
                        + " memory_usage, disk_usage, gpu_usage, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + dialect.jsonPlaceholder() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Read read : records) {
                snapshot(statement, read);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void snapshot(PreparedStatement row, Read read) throws SQLException {
        ExportRecord record = read.record();
        key(row, record);
        row.setString(5, record.kind().name().toLowerCase(Locale.ROOT));
        row.setLong(6, record.missing());
        usage(row, 7, read, "processor", "usage_percent");
        usage(row, 8, read, "memory", "percentage");
        usage(row, 9, read, "disk", "percentage");
        number(row, 10, firstCard(read));
        row.setString(11, dialect.storableJson(record.payload()));
    }

    private void key(PreparedStatement row, ExportRecord record) throws SQLException {
        row.setObject(1, dialect.time(record.sampleTime()));
        row.setString(2, machine);
        row.setString(3, record.stream().value());
        row.setLong(4, record.sequence());
    }

    private static void usage(PreparedStatement row, int column, Read read, String stream, String field)
            throws SQLException {
        boolean isThisStream = read.record().stream().value().equals(stream);
        number(row, column, isThisStream ? number(read.payload().get(field).orElse(null)) : OptionalDouble.empty());
    }

    private static OptionalDouble firstCard(Read read) {
        boolean isGpu = read.record().stream().value().equals("gpu");
        boolean hasCards = isGpu
                && read.payload().get("gpus").orElse(null) instanceof Value.Sequence cards
                && !cards.values().isEmpty();
        if (!hasCards) {
            return OptionalDouble.empty();
        }
        Value first = ((Value.Sequence) read.payload().get("gpus").orElseThrow())
                .values()
                .get(0);
        return first instanceof Fields card ? number(card.get("usage_percent").orElse(null)) : OptionalDouble.empty();
    }

    private static OptionalDouble number(Value value) {
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        if (value instanceof Value.Flag flag) {
            return OptionalDouble.of(flag.value() ? 1 : 0);
        }
        return value instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    private static void number(PreparedStatement row, int column, OptionalDouble value) throws SQLException {
        if (value.isPresent()) {
            row.setDouble(column, value.getAsDouble());
        } else {
            row.setNull(column, Types.DOUBLE);
        }
    }

    private void insertMetrics(Connection connection, List<Read> records) throws SQLException {
        String sql =
                "INSERT INTO metrics (time, host, stream, sequence, metric, value, labels) VALUES (?, ?, ?, ?, ?, ?, "
                        + dialect.jsonPlaceholder() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            boolean any = false;
            for (Read read : records) {
                any |= read.record().kind() == RecordKind.OK && addMetrics(statement, read);
            }
            if (any) {
                statement.executeBatch();
            }
        }
    }

    private boolean addMetrics(PreparedStatement statement, Read read) throws SQLException {
        boolean any = false;
        for (Point point : Points.in(read.record().stream().value(), read.payload())) {
            String labels = labels(point.labels());
            for (Map.Entry<String, Value> field : point.fields().entrySet()) {
                OptionalDouble value = number(field.getValue());
                if (value.isPresent()) {
                    key(statement, read.record());
                    statement.setString(5, dialect.storable(point.path(field.getKey())));
                    statement.setDouble(6, value.getAsDouble());
                    statement.setString(7, labels);
                    statement.addBatch();
                    any = true;
                }
            }
        }
        return any;
    }

    private String labels(Map<String, String> labels) {
        Fields.Builder fields = Fields.builder();
        labels.forEach(fields::put);
        return dialect.storableJson(json.text(fields.build()));
    }
}
