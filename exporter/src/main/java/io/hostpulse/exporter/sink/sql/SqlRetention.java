package io.hostpulse.exporter.sink.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Removes this machine's old rows, some at a time, so that no batch waits long. Belongs to one thread.
 */
final class SqlRetention {

    /** Once nothing is left to remove. */
    private static final long PAUSE = Duration.ofHours(1).toNanos();

    /** A second or so on a slow disk. */
    private static final int MOST = 10_000;

    private final SqlDialect dialect;
    private final String machine;
    private final Duration age;
    private final boolean metrics;
    private long next;

    SqlRetention(SqlDialect dialect, String machine, Duration age, boolean metrics) {
        this.dialect = dialect;
        this.machine = machine;
        this.age = age;
        this.metrics = metrics;
    }

    boolean isDue(long now) {
        return age.compareTo(Duration.ZERO) > 0 && (now >= next || next - now > 2 * PAUSE);
    }

    /** Removes some. */
    void remove(Connection connection, long now) throws SQLException {
        long before = now - age.toNanos();
        int removed = remove(connection, SqlTables.SNAPSHOTS, "timestamp", before);
        if (metrics) {
            removed = Math.max(removed, remove(connection, SqlTables.METRICS, "time", before));
        }
        next = removed == MOST ? now : now + PAUSE;
    }

    private int remove(Connection connection, String table, String timeColumn, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.removal(table, timeColumn, MOST))) {
            statement.setString(1, machine);
            statement.setObject(2, dialect.time(before));
            return statement.executeUpdate();
        }
    }
}
