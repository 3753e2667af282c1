package io.hostpulse.exporter.sink.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the tables when they are first needed, and checks that they are ours.
 *
 * @param dialect how this database makes them
 * @param options where they are
 */
record SqlTables(SqlDialect dialect, SqlOptions options) {

    static final String SNAPSHOTS = "monitoring_snapshots";
    static final String METRICS = "metrics";

    /** Goes up when a table changes. */
    private static final int VERSION = 1;

    private static final String FIND_VERSION = "SELECT max(version) FROM hostpulse_schema";

    private static final String PROBE_SNAPSHOTS =
            "SELECT timestamp, host, stream, sequence, kind, missing_before, cpu_usage,"
                    + " memory_usage, disk_usage, gpu_usage, data FROM monitoring_snapshots WHERE 1 = 0";

    private static final String PROBE_METRICS =
            "SELECT time, host, stream, sequence, metric, labels, value FROM metrics WHERE 1 = 0";

    /**
     * Makes what is missing.
     *
     * @param connection in a transaction, which is committed
     * @throws WrongTablesException when there are others under these names
     */
    void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new WrongTablesException("the tables are of version " + version
                    + " and this Hostpulse knows versions up to " + VERSION + ": use a newer one, or another database");
        }
        boolean isComplete = probe(connection);
        if (version < VERSION || !isComplete) {
            create(connection);
        }
        if (version < VERSION) {
            execute(connection, "INSERT INTO hostpulse_schema (version) VALUES (" + VERSION + ")");
        }
        connection.commit();
    }

    /** 0 when there are no tables yet. */
    private int version(Connection connection) throws SQLException {
        if (!exists(connection, "hostpulse_schema")) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FIND_VERSION)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Asking a table that is missing would spoil the transaction, so its name is looked up. */
    private boolean exists(Connection connection, String table) throws SQLException {
        String schema = dialect.hasSchemas() ? options.schema() : null;
        String catalog = dialect.hasSchemas() ? null : options.database();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(catalog, schema, table, new String[] {"TABLE", "PARTITIONED TABLE"})) {
            boolean found = false;
            // What is looked up is a pattern, in which '_' is any character.
            while (tables.next()) {
                found |= tables.getString("TABLE_NAME").equalsIgnoreCase(table);
            }
            return found;
        }
    }

    private void create(Connection connection) throws SQLException {
        for (String table : dialect.tables()) {
            execute(connection, table);
        }
        dialect.finishTables(connection, options);
    }

    /** Looks at the tables that are there, and tells whether all are. */
    private boolean probe(Connection connection) throws SQLException {
        boolean isComplete = probe(connection, SNAPSHOTS, PROBE_SNAPSHOTS);
        return (!options.metrics() || probe(connection, METRICS, PROBE_METRICS)) && isComplete;
    }

    private boolean probe(Connection connection, String table, String query) throws SQLException {
        if (!exists(connection, table)) {
            return false;
        }
        try {
            execute(connection, query);
            return true;
        } catch (SQLException e) {
            if (!SqlTrouble.isAboutTables(e)) {
                throw e;
            }
            throw new WrongTablesException("the table " + table
                    + " has other columns than Hostpulse's: rename it, or use another "
                    + (dialect.hasSchemas() ? "'schema' or 'database'" : "'database'") + " (" + e.getMessage() + ")");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
