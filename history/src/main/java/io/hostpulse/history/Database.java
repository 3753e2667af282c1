package io.hostpulse.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * One connection: statements prepared once, transactions, and failures in the words of {@link HistoryException}. A statement
 * may not be asked again while its rows are being walked through. Not thread-safe.
 */
final class Database implements AutoCloseable {

    /** How long to wait for another connection: a reader's checkpoint lock, or another program's write. */
    private static final int BUSY_MILLIS = 5_000;

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        // Sorting never writes into the system's temporary folder.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        } catch (SQLException e) {
            throw SqliteFailures.explain(file, e);
        }
    }

    /** Runs statements that have neither parameters nor rows. */
    void execute(String... sql) {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw SqliteFailures.explain(file, e);
        }
    }

    int update(String sql, Object... parameters) {
        try {
            return prepared(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            forget(sql, e);
            throw SqliteFailures.explain(file, e);
        }
    }

    /** Inserts a row and gives its number. */
    long insert(String sql, Object... parameters) {
        update(sql, parameters);
        return number("select last_insert_rowid()").orElseThrow();
    }

    void each(String sql, RowSink sink, Object... parameters) {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            while (rows.next()) {
                sink.take(rows);
            }
        } catch (SQLException e) {
            forget(sql, e);
            throw SqliteFailures.explain(file, e);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        List<T> list = new ArrayList<>();
        each(sql, row -> list.add(reader.read(row)), parameters);
        return list;
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** The first column of the first row; empty when there is no row or it is null. */
    Optional<Long> number(String sql, Object... parameters) {
        List<Optional<Long>> found = list(
                sql,
                row -> {
                    long value = row.getLong(1);
                    return row.wasNull() ? Optional.empty() : Optional.of(value);
                },
                parameters);
        return found.isEmpty() ? Optional.empty() : found.get(0);
    }

    /** All of it happens, or nothing. */
    void write(Runnable work) {
        transaction("begin immediate", work);
    }

    /** All of it sees the same moment, whatever the writer does meanwhile. */
    void read(Runnable work) {
        transaction("begin", work);
    }

    private void transaction(String begin, Runnable work) {
        execute(begin);
        try {
            work.run();
            execute("commit");
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Throwable reason) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full.
            reason.addSuppressed(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The driver lets go of a statement that failed: it must be prepared again. */
    private void forget(String sql, SQLException reason) {
        PreparedStatement failed = statements.remove(sql);
        if (failed == null) {
            return;
        }
        try {
            failed.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw SqliteFailures.explain(file, e);
        }
    }
}
