package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.process.HostName;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.ServerText;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Writes each batch in one transaction, without the records that are there already. Should another process write the same ones in
 * between, the key of the snapshots makes the whole transaction fail, and the next attempt finds them. Belongs to one thread.
 */
final class SqlSink implements Sink {

    private final SqlSession session;
    private final SqlTrouble trouble;
    private final WrittenRecords written;
    private final SqlRows rows;
    private final SqlRetention retention;

    SqlSink(SqlOptions options, SqlDialect dialect) {
        String machine = options.machine().isEmpty() ? HostName.ofThisMachine() : options.machine();
        this.session = new SqlSession(options, dialect);
        this.trouble = new SqlTrouble(
                options, new ServerText(options.password().stream().toList()));
        this.written = new WrittenRecords(dialect, machine);
        this.rows = new SqlRows(dialect, machine, options.metrics());
        this.retention = new SqlRetention(dialect, machine, options.retention(), options.metrics());
    }

    @Override
    public SinkOutcome write(Batch batch) {
        List<SqlRows.Read> records;
        try {
            records = rows.read(batch.records());
            session.open();
        } catch (RecordFormatException e) {
            return new SinkOutcome.Refused(e.getMessage());
        } catch (SQLException e) {
            return trouble.tryAgain(e);
        }
        try {
            session.commit(connection -> insert(connection, records));
            return SinkOutcome.WRITTEN;
        } catch (SQLException e) {
            return trouble.outcome(e);
        }
    }

    private void insert(Connection connection, List<SqlRows.Read> records) throws SQLException {
        Set<ExportRecord> there = written.of(
                connection, records.stream().map(SqlRows.Read::record).toList());
        List<SqlRows.Read> fresh =
                records.stream().filter(read -> !there.contains(read.record())).toList();
        if (!fresh.isEmpty()) {
            rows.insert(connection, fresh);
        }
    }

    /** Rows are removed while there is a connection for writing; nobody connects for that alone. */
    @Override
    public SinkOutcome tick(long now) {
        if (!session.isOpen() || !retention.isDue(now)) {
            return SinkOutcome.WRITTEN;
        }
        try {
            session.commit(connection -> retention.remove(connection, now));
            return SinkOutcome.WRITTEN;
        } catch (SQLException e) {
            return trouble.tryAgain(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
