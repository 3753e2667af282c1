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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

    private static final int RECORDS = 3_000 + 400 * KILLS;

    @TempDir
    Path root;

    private void killWhileItWrites(String sink, LongSupplier stored) throws Exception {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Queues queues = new Queues(root.resolve("data"));
        queues.write("memory", RECORDS, Duration.ofMillis(500));
        Path config = Files.writeString(
                root.resolve("config.yaml"),
                "exporter:\n  sinks:\n    it: { " + sink + ", machine: atlas, start: beginning, batch_records: 10 }\n");
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (RunningExporter exporter = RunningExporter.start(queues.data(), config)) {
                exporter.awaitRunning();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            }
            interrupted += stored.getAsLong() < RECORDS ? 1 : 0;
        }
        System.out.println(interrupted + " of " + KILLS + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        try (RunningExporter exporter = RunningExporter.start(queues.data(), config)) {
            exporter.awaitWritten("it");
            exporter.stop();
            assertThat(exporter.output()).doesNotContain(SqlServer.PASSWORD);
        }
    }

    private void killWhileItWrites(SqlServer server) throws Exception {
        String database = server.createDatabase();
        killWhileItWrites(login(server, server.port(), database), () -> {
            List<String> rows = server.query(database, "SELECT count(*) FROM monitoring_snapshots");
            return Long.parseLong(rows.get(0));
        });
        assertThat(server.query(database, "SELECT count(*), count(DISTINCT sequence), max(sequence) FROM metrics"))
                .containsExactly(RECORDS + "/" + RECORDS + "/" + RECORDS);
        assertThat(server.query(
                        database, "SELECT count(*), count(DISTINCT sequence), max(sequence) FROM monitoring_snapshots"))
                .containsExactly(RECORDS + "/" + RECORDS + "/" + RECORDS);
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
            killWhileItWrites(
                    "type: influx, url: 'http://127.0.0.1:" + server.port() + "', database: " + database
                            + ", username: admin, password: " + InfluxServer.PASSWORD,
                    () -> server.count(database, "memory"));
            assertThat(server.count(database, "memory")).isEqualTo(RECORDS);
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
                exporter.awaitWritten("hung");
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
