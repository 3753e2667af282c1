package io.hostpulse.exporter.sink.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;

/** MariaDB from 10.2 on and MySQL from 8 on, both by MariaDB's driver. Times are in UTC, since their columns know no zone. */
final class MysqlDialect implements SqlDialect {

    private static final int PORT = 3306;

    /** Names are told apart by case, as on the machine. */
    private static final String ENGINE = " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS hostpulse_schema (version integer NOT NULL PRIMARY KEY)" + ENGINE,
            """
            CREATE TABLE IF NOT EXISTS monitoring_snapshots (
                timestamp datetime(6) NOT NULL,
                host varchar(255) NOT NULL,
                stream varchar(64) NOT NULL,
                sequence bigint NOT NULL,
                kind varchar(16) NOT NULL,
                missing_before bigint NOT NULL,
                cpu_usage double,
                memory_usage double,
                disk_usage double,
                gpu_usage double,
                data json NOT NULL,
                PRIMARY KEY (host, stream, timestamp, sequence),
                KEY monitoring_snapshots_time (timestamp))""" + ENGINE,
            """
            CREATE TABLE IF NOT EXISTS metrics (
                time datetime(6) NOT NULL,
                host varchar(255) NOT NULL,
                stream varchar(64) NOT NULL,
                sequence bigint NOT NULL,
                metric varchar(330) NOT NULL,
                labels json NOT NULL,
                value double NOT NULL,
                KEY metrics_series (metric, stream, time),
                KEY metrics_time (time))""" + ENGINE);

    @Override
    public int usualPort() {
        return PORT;
    }

    @Override
    public boolean hasSchemas() {
        return false;
    }

    // The driver itself and not java.sql.DriverManager, which would load every driver there is.
    @Override
    public Connection connect(SqlOptions options) throws SQLException {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String url = "jdbc:mariadb://" + host + ":" + options.port() + "/" + options.database();
        return new org.mariadb.jdbc.Driver().connect(url, properties(options));
    }

    private static Properties properties(SqlOptions options) {
        Properties properties = new Properties();
        properties.setProperty("user", options.username());
        options.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        properties.setProperty(
                "connectTimeout", Long.toString(options.connectTimeout().toMillis()));
        properties.setProperty("socketTimeout", Long.toString(options.timeout().toMillis()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("useBulkStmts", "true");
        properties.setProperty("allowLocalInfile", "false");
        // Else a value that does not fit would be cut without a word.
        properties.setProperty("sessionVariables", "sql_mode='STRICT_ALL_TABLES'");
        protect(options, properties);
        return properties;
    }

    private static void protect(SqlOptions options, Properties properties) {
        switch (options.tls()) {
            case NONE -> properties.setProperty("sslMode", "disable");
            case ENCRYPT -> properties.setProperty("sslMode", "trust");
            case VERIFY -> {
                properties.setProperty("sslMode", "verify-full");
                options.caFile().ifPresent(file -> properties.setProperty("serverSslCert", file.toString()));
            }
        }
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }

    @Override
    public void finishTables(Connection connection, SqlOptions options) {
        // Everything stands in the tables' own statements.
    }

    @Override
    public String jsonPlaceholder() {
        return "?";
    }

    @Override
    public String storable(String text) {
        return text;
    }

    @Override
    public String storableJson(String json) {
        return json;
    }

    @Override
    public Object time(long epochNanos) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(0, epochNanos).truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    @Override
    public Object time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    @Override
    public String removal(String table, String timeColumn, int most) {
        return "DELETE FROM " + table + " WHERE host = ? AND " + timeColumn + " < ? LIMIT " + most;
    }
}
