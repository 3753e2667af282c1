package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.net.SingleThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a sink: made when it is needed, with its tables, and given up after each failure. A driver's time-outs begin
 * anew with every byte, so at the end of the time for a batch another thread cuts the connection. Belongs to one thread.
 */
final class SqlSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqlSession.class);

    private final SqlOptions options;
    private final SqlDialect dialect;
    private final ScheduledThreadPoolExecutor alarms = SingleThreads.alarms();
    private Optional<Connection> open = Optional.empty();

    SqlSession(SqlOptions options, SqlDialect dialect) {
        this.options = options;
        this.dialect = dialect;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** Connects, unless it is connected, and makes the tables. */
    void open() throws SQLException {
        if (open.isPresent()) {
            return;
        }
        open = Optional.of(dialect.connect(options));
        inTime(connection -> {
            connection.setAutoCommit(false);
            new SqlTables(dialect, options).prepare(connection);
        });
    }

    /** Does something and commits it: all of it or nothing. */
    void commit(Work work) throws SQLException {
        inTime(connection -> {
            work.on(connection);
            connection.commit();
        });
    }

    private void inTime(Work work) throws SQLException {
        Connection connection = open.orElseThrow();
        ScheduledFuture<?> alarm =
                alarms.schedule(() -> cut(connection), options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        boolean done = false;
        try {
            work.on(connection);
            done = true;
        } finally {
            alarm.cancel(false);
            if (!done) {
                drop();
            }
        }
    }

    private void cut(Connection connection) {
        try {
            LOG.warn(
                    "no answer from {} within {} s",
                    options.host(),
                    options.timeout().toSeconds());
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("cutting the connection: {}", e.getMessage());
        }
    }

    /** Closing would ask the server, which may be what hangs; the server undoes what was not committed. */
    private void drop() {
        open.ifPresent(this::discard);
        open = Optional.empty();
    }

    private void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("giving a connection up: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        drop();
    }
}
