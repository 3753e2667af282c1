package io.hostpulse.exporter.sink.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SqlServer;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSinkTest extends SqlSinkContract {

    @TempDir
    static Path directory;

    private static SqlServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SqlServer.postgres(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    SqlServer server() {
        return server;
    }

    @Override
    SinkType type() {
        return new PostgresSinkType();
    }

    @Override
    String expirePassword(String user) {
        return "ALTER ROLE " + user + " VALID UNTIL '2000-01-01'";
    }

    @Override
    String setPassword(String user, String password) {
        return "ALTER ROLE " + user + " PASSWORD '" + password + "' VALID UNTIL 'infinity'";
    }

    @Test
    void refusesWhatNoJsonColumnTakes() {
        try (Sink sink = open("")) {
            Batch batch = new Batch(List.of(Records.with(Records.record("memory", 1), "{\"half\":\"\\ud800\"}")));
            assertThat(sink.write(batch)).isInstanceOf(SinkOutcome.Refused.class);
            assertThat(sink.write(Records.batch(2, 3))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(4);
    }

    @Test
    void saysThatARightIsMissing() {
        server.execute(database(), "REVOKE CREATE ON SCHEMA public FROM pg_database_owner, public");
        try (Sink sink = open("")) {
            SinkOutcome outcome = sink.write(Records.batch(1, 1));
            assertThat(outcome).isInstanceOf(SinkOutcome.TryAgain.class);
            assertThat(((SinkOutcome.TryAgain) outcome).reason()).contains("permission denied", "docs/EXPORT.md");
        }
    }

    @Test
    void saysThatTheSchemaIsMissing() {
        try (Sink sink = open(", schema: hosts")) {
            SinkOutcome outcome = sink.write(Records.batch(1, 1));
            assertThat(((SinkOutcome.TryAgain) outcome).reason()).contains("make the schema hosts");
        }
    }

    @Test
    void writesIntoASchemaOfItsOwn() {
        server.execute(database(), "CREATE SCHEMA hosts AUTHORIZATION " + database());
        try (Sink sink = open(", schema: hosts")) {
            assertThat(sink.write(Records.batch(1, 2))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(query("SELECT stream FROM hosts.monitoring_snapshots")).hasSize(4);
    }

    /** As a hypertable is: rows of two partitions may have the same address. */
    @Test
    void removesOldRowsOfAPartitionedTableOnly() {
        server.execute(
                database(),
                "SET ROLE " + database(),
                "CREATE TABLE metrics (time timestamptz NOT NULL, host text NOT NULL, stream text NOT NULL, sequence bigint"
                        + " NOT NULL, metric text NOT NULL, labels jsonb NOT NULL, value double precision NOT NULL)"
                        + " PARTITION BY RANGE (time)",
                "CREATE TABLE before PARTITION OF metrics FOR VALUES FROM ('2020-01-01') TO ('2025-01-04')",
                "CREATE TABLE after PARTITION OF metrics FOR VALUES FROM ('2025-01-04') TO ('2030-01-01')");
        long day = Duration.ofDays(1).toNanos();
        try (Sink sink = open(", retention: 30d")) {
            sink.write(new Batch(List.of(Records.at("memory", 1, Records.BEGIN))));
            sink.write(new Batch(List.of(Records.at("memory", 2, Records.BEGIN + 10 * day))));
            assertThat(sink.tick(Records.BEGIN + 35 * day)).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(query("SELECT sequence FROM metrics")).containsExactly("2");
    }

    /** The extension itself is in no Debian package: a stand-in shows what it is asked. */
    @Test
    void makesHypertablesWhereTimescaleIs() {
        server.execute(
                database(),
                "CREATE TABLE hypertables (name text)",
                "GRANT ALL ON hypertables TO PUBLIC",
                "CREATE FUNCTION create_hypertable(relation regclass, time_column name, if_not_exists boolean) RETURNS void"
                        + " LANGUAGE sql AS 'INSERT INTO hypertables VALUES (relation::text || ''.'' || time_column)'",
                "SET allow_system_table_mods = on",
                "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)"
                        + " SELECT 99999, 'timescaledb', 10, oid, false, '2.0' FROM pg_namespace WHERE nspname = 'public'");
        try (Sink sink = open("")) {
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(query("SELECT name FROM hypertables"))
                .containsExactly("monitoring_snapshots.timestamp", "metrics.time");
    }
}
