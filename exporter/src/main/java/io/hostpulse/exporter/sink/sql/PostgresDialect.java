package io.hostpulse.exporter.sink.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** PostgreSQL from 11 on. With the extension TimescaleDB the tables become hypertables. */
final class PostgresDialect implements SqlDialect {

    private static final int PORT = 5432;

    /** PostgreSQL's texts cannot hold this one character, in JSON neither; an even number of backslashes before it is text. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS hostpulse_schema (version integer NOT NULL PRIMARY KEY)",
            """
            CREATE TABLE IF NOT EXISTS monitoring_snapshots (
                timestamp timestamptz NOT NULL,
                host text NOT NULL,
                stream text NOT NULL,
                sequence bigint NOT NULL,
                kind text NOT NULL,
                missing_before bigint NOT NULL,
                cpu_usage double precision,
                memory_usage double precision,
                disk_usage double precision,
                gpu_usage double precision,
                data jsonb NOT NULL,
                PRIMARY KEY (host, stream, timestamp, sequence))""",
            "CREATE INDEX IF NOT EXISTS monitoring_snapshots_time ON monitoring_snapshots USING brin (timestamp)",
            """
            CREATE TABLE IF NOT EXISTS metrics (
                time timestamptz NOT NULL,
                host text NOT NULL,
                stream text NOT NULL,
                sequence bigint NOT NULL,
                metric text NOT NULL,
                labels jsonb NOT NULL,
                value double precision NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS metrics_series ON metrics (metric, stream, time)",
            // Rows come by time, so an index of block ranges does, at a thousandth of the size.
            "CREATE INDEX IF NOT EXISTS metrics_time ON metrics USING brin (time)");

    @Override
    public int usualPort() {
        return PORT;
    }

    @Override
    public boolean hasSchemas() {
        return true;
    }

    // The driver itself and not java.sql.DriverManager, which would load every driver there is.
    @Override
    public Connection connect(SqlOptions options) throws SQLException {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String url = "jdbc:postgresql://" + host + ":" + options.port() + "/" + options.database();
        return new org.postgresql.Driver().connect(url, properties(options));
    }

    private static Properties properties(SqlOptions options) {
        String connectSeconds = Long.toString(options.connectTimeout().toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", options.username());
        options.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        properties.setProperty("currentSchema", options.schema());
        properties.setProperty("ApplicationName", "hostpulse");
        properties.setProperty("connectTimeout", connectSeconds);
        properties.setProperty("loginTimeout", connectSeconds);
        properties.setProperty("socketTimeout", Long.toString(options.timeout().toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("gssEncMode", "disable");
        // What the server makes of a value may hold a part of it: that is for its own log.
        properties.setProperty("logServerErrorDetail", "false");
        protect(options, properties);
        return properties;
    }

    private static void protect(SqlOptions options, Properties properties) {
        switch (options.tls()) {
            case NONE -> properties.setProperty("sslmode", "disable");
            case ENCRYPT -> properties.setProperty("sslmode", "require");
            case VERIFY -> {
                properties.setProperty("sslmode", "verify-full");
                options.caFile()
                        .ifPresentOrElse(
                                file -> properties.setProperty("sslrootcert", file.toString()),
                                () -> properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"));
            }
        }
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }

    @Override
    public void finishTables(Connection connection, SqlOptions options) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (hasTimescale(statement)) {
                statement.execute(
                        "SELECT create_hypertable('monitoring_snapshots', 'timestamp', if_not_exists => TRUE)");
                statement.execute("SELECT create_hypertable('metrics', 'time', if_not_exists => TRUE)");
            }
        }
    }

    private static boolean hasTimescale(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'")) {
            return rows.next();
        }
    }

    @Override
    public String jsonPlaceholder() {
        return "?::jsonb";
    }

    @Override
    public String storable(String text) {
        return text.replace('\0', '\ufffd');
    }

    @Override
    public String storableJson(String json) {
        return json.contains("\\u0000") ? ESCAPED_NUL.matcher(json).replaceAll("$1\\\\ufffd") : json;
    }

    @Override
    public Object time(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos)
                .truncatedTo(ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC);
    }

    @Override
    public Object time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** A row's address is its own within one table only, and a hypertable is many: so rows are also chosen by what they say. */
    @Override
    public String removal(String table, String timeColumn, int most) {
        String old = "host = (SELECT machine FROM limits) AND " + timeColumn + " < (SELECT before FROM limits)";
        return "WITH limits AS (SELECT CAST(? AS text) AS machine, CAST(? AS timestamptz) AS before) DELETE FROM "
                + table
                + " WHERE " + old + " AND ctid = ANY (ARRAY(SELECT ctid FROM " + table + " WHERE " + old + " LIMIT "
                + most
                + "))";
    }
}
