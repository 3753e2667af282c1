package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.SinkView;
import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Gate;
import io.hostpulse.exporter.fixture.InfluxServer;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.fixture.RunningExporter;
import io.hostpulse.exporter.fixture.SqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real exporter that is killed again and again while it writes to a real store; and one whose store hangs. At which moments depends
 * on a seed, which is printed.
 */
@Timeout(900)
class StoreKillTest {

    /** Set {@code -Dhostpulse.kills=100} for the long form. */
    private static final int KILLS = Integer.getInteger("hostpulse.kills", 4);

    /** What comes in each life: more than it can write in batches of ten before it is killed. */
    private static final int EACH = 2_000;

    /** On a quick machine a life may write everything; then there is another, so that one is interrupted for certain. */
    private static final int MOST_KILLS = 10 * KILLS;

    @TempDir
    Path root;

    /** Tells how many records there were. */
    private long killWhileItWrites(String sink, LongSupplier stored) throws Exception {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Queues queues = new Queues(root.resolve("data"));
        Path config = Files.writeString(
                root.resolve("config.yaml"),
                "exporter:\n  sinks:\n    it: { " + sink + ", machine: atlas, start: beginning, batch_records: 10 }\n");
        int interrupted = 0;
        int kills = 0;
        while (kills < KILLS || (interrupted == 0 && kills < MOST_KILLS)) {
            RunningExporter exporter = RunningExporter.start(queues.data(), config);
            exporter.awaitRunning();
            queues.write("memory", EACH, Duration.ofMillis(500));
            exporter.killAfter(random.nextInt(200));
            kills++;
            interrupted += stored.getAsLong() < (long) kills * EACH ? 1 : 0;
        }
        System.out.println(interrupted + " of " + kills + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        try (RunningExporter exporter = RunningExporter.start(queues.data(), config)) {
            exporter.awaitWritten("it");
            exporter.stop();
            assertThat(exporter.output()).doesNotContain(SqlServer.PASSWORD);
        }
        return (long) kills * EACH;
    }

    private void killWhileItWrites(SqlServer server) throws Exception {
        String database = server.createDatabase();
        long records = killWhileItWrites(login(server, server.port(), database), () -> {
            // A life that is killed at once has not even made its tables.
            boolean isThere = !server.query(
                            database,
                            "SELECT table_name FROM information_schema.tables WHERE table_name = 'monitoring_snapshots'")
                    .isEmpty();
            return isThere
                    ? Long.parseLong(server.query(database, "SELECT count(*) FROM monitoring_snapshots")
                            .get(0))
                    : 0;
        });
        assertThat(server.query(database, "SELECT count(*), count(DISTINCT sequence), max(sequence) FROM metrics"))
                .containsExactly(records + "/" + records + "/" + records);
        assertThat(server.query(
                        database, "SELECT count(*), count(DISTINCT sequence), max(sequence) FROM monitoring_snapshots"))
                .containsExactly(records + "/" + records + "/" + records);
    }

    private static String login(SqlServer server, int port, String database) {
        return "type: " + server.type() + ", host: 127.0.0.1, port: " + port + ", database: " + database
                + ", username: " + database + ", password: " + SqlServer.PASSWORD;
    }

    @Test
    void everyRecordIsInPostgresOnce() throws Exception {
        try (SqlServer server = SqlServer.postgres(root)) {
            killWhileItWrites(server);
        }
    }

    @Test
    void everyRecordIsInMariadbOnce() throws Exception {
        try (SqlServer server = SqlServer.mariadb(root)) {
            killWhileItWrites(server);
        }
    }

    @Test
    void everyRecordIsInInfluxOnce() throws Exception {
        try (InfluxServer server = InfluxServer.start(root)) {
            String database = server.createDatabase();
            long records = killWhileItWrites(
                    "type: influx, url: 'http://127.0.0.1:" + server.port() + "', database: " + database
                            + ", username: admin, password: " + InfluxServer.PASSWORD,
                    () -> server.count(database, "memory"));
            assertThat(server.count(database, "memory")).isEqualTo(records);
        }
    }

    @Test
    void aStoreThatHangsDelaysNoOtherSinkAndLosesNothing() throws Exception {
        Queues queues = new Queues(root.resolve("data"));
        queues.write("memory", 500, Duration.ofMillis(500));
        try (SqlServer server = SqlServer.postgres(root);
                Gate gate = Gate.to(server.port())) {
            String database = server.createDatabase();
            gate.hang();
            Path config = Files.writeString(
                    root.resolve("config.yaml"),
                    "exporter:\n  sinks:\n    hung: { " + login(server, gate.port(), database)
                            + ", connect_timeout: 1s, timeout: 1s, start: beginning }\n"
                            + "    json: { interval: 0, start: beginning }\n");
            try (RunningExporter exporter = RunningExporter.start(queues.data(), config)) {
                exporter.awaitRunning();
                exporter.awaitWritten("json");
                assertThat(new ExportedFiles(root.resolve("data/exports/json")).jsonKeys())
                        .hasSize(500);
                exporter.await(() -> isRetrying(exporter));
                gate.open();
                exporter.awaitWrittenAtLast("hung");
                exporter.stop();
            }
            assertThat(server.query(database, "SELECT count(*), max(sequence) FROM metrics"))
                    .containsExactly("500/500");
        }
    }

    private static boolean isRetrying(RunningExporter exporter) throws IOException {
        return exporter.sinks().stream()
                .anyMatch(sink -> sink.name().equals("hung")
                        && sink.state() == SinkView.State.RETRYING
                        && !sink.error().isEmpty());
    }
}
