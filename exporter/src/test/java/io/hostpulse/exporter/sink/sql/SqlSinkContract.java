package io.hostpulse.exporter.sink.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.exporter.fixture.Gate;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.fixture.SqlServer;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a sink does with a real server, whatever it speaks. */
@Timeout(120)
abstract class SqlSinkContract extends SinkContract {

    private static final String NAME = "atlas";

    private Gate gate;
    private String database;

    abstract SqlServer server();

    abstract SinkType type();

    /** Makes the user's password useless without changing it. */
    abstract String expirePassword(String user);

    abstract String setPassword(String user, String password);

    @BeforeEach
    void makeDatabase() {
        database = server().createDatabase();
        gate = Gate.to(server().port());
    }

    @AfterEach
    void closeGate() {
        if (gate != null) {
            gate.close();
        }
    }

    String database() {
        return database;
    }

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return open("");
    }

    Sink open(String more) {
        String options = "host: 127.0.0.1, port: " + gate.port() + ", database: " + database + ", username: " + database
                + ", password: " + SqlServer.PASSWORD + ", machine: " + NAME + ", connect_timeout: 3s, timeout: 3s"
                + more;
        return Options.read(options, type()).open(surroundings());
    }

    List<String> query(String sql) {
        return server().query(database, sql);
    }

    /** Each record of the contract has one number, so there must be as many metrics. */
    @Override
    protected List<String> stored() {
        List<String> metrics = query("SELECT stream, sequence FROM metrics ORDER BY stream, time");
        List<String> snapshots = query("SELECT stream, sequence FROM monitoring_snapshots ORDER BY stream, timestamp");
        assertThat(snapshots).containsAll(metrics);
        long withData = query("SELECT sequence FROM monitoring_snapshots WHERE kind = 'ok'")
                .size();
        assertThat(metrics).hasSize((int) withData).doesNotHaveDuplicates();
        return snapshots;
    }

    @Override
    protected void breakOtherEnd() {
        gate.shut();
    }

    @Override
    protected void mendOtherEnd() {
        gate.open();
    }

    private static String reason(SinkOutcome outcome) {
        assertThat(outcome).isInstanceOf(SinkOutcome.TryAgain.class);
        String reason = ((SinkOutcome.TryAgain) outcome).reason();
        assertThat(reason).doesNotContain(SqlServer.PASSWORD);
        return reason;
    }

    private static void written(Sink sink, Batch batch) {
        assertThat(sink.write(batch)).isEqualTo(SinkOutcome.WRITTEN);
    }

    private static Batch one(ExportRecord record) {
        return new Batch(List.of(record));
    }

    @Test
    void writesTheSnapshotAndEachNumberInIt() {
        try (Sink sink = open("")) {
            written(
                    sink,
                    one(Records.with(
                            Records.record("disk", 7),
                            "{\"percentage\":61.5,\"total\":1000,\"path\":\"/\",\"free\":null,"
                                    + "\"mounts\":[{\"path\":\"/\",\"percentage\":61.5,\"read_only\":false}],"
                                    + "\"missing\":{\"free\":\"asleep\"}}")));
        }
        assertThat(query("SELECT host, stream, sequence, kind, missing_before, cpu_usage, memory_usage, disk_usage,"
                        + " gpu_usage FROM monitoring_snapshots"))
                .containsExactly("atlas/disk/7/ok/0/null/null/61.5/null");
        assertThat(query("SELECT metric, value FROM metrics WHERE host = 'atlas' AND stream = 'disk' AND sequence = 7"
                        + " ORDER BY metric"))
                .containsExactly("mounts.percentage/61.5", "mounts.read_only/0", "percentage/61.5", "total/1000");
        assertThat(query("SELECT DISTINCT labels FROM metrics WHERE metric = 'mounts.percentage'"))
                .singleElement()
                .asString()
                .containsPattern("\\{\"mount\": ?\"/\"}");
        assertThat(query("SELECT timestamp FROM monitoring_snapshots"))
                .singleElement()
                .asString()
                .startsWith("2025-01-03 10:15:33.5");
    }

    @Test
    void keepsRecordsWhoseNumbersBeganAgain() {
        try (Sink sink = open("")) {
            written(sink, one(Records.at("memory", 1, Records.BEGIN)));
            written(sink, one(Records.at("memory", 1, Records.BEGIN + Records.SECOND)));
            written(sink, one(Records.at("memory", 1, Records.BEGIN + Records.SECOND)));
        }
        assertThat(stored0()).containsExactly("memory/1", "memory/1");
    }

    private List<String> stored0() {
        return query("SELECT stream, sequence FROM monitoring_snapshots ORDER BY timestamp");
    }

    @Test
    void keepsHostileTexts() {
        String text = "\\u0000\\u001b[2J ' \\\" \\\\ \\\\u0000 '; DROP TABLE metrics; -- \\ud83d\\ude00 ; $1 ?";
        try (Sink sink = open("")) {
            written(
                    sink,
                    one(Records.with(
                            Records.record("disk", 1),
                            "{\"text\":\"" + text + "\",\"mounts\":[{\"path\":\"" + text + "\",\"n\":1}]}")));
        }
        assertThat(query("SELECT metric, value FROM metrics")).containsExactly("mounts.n/1");
    }

    @Test
    void saysWhatToDoWhenATableIsSomebodyElses() {
        server().execute(database, "CREATE TABLE metrics (mine integer)");
        try (Sink sink = open("")) {
            assertThat(reason(sink.write(Records.batch(1, 2))))
                    .contains("127.0.0.1:")
                    .contains("the table metrics has other columns than Hostpulse's: rename it, or use another");
            server().execute(database, "DROP TABLE metrics");
            written(sink, Records.batch(1, 2));
        }
        assertThat(stored()).hasSize(4);
    }

    @Test
    void leavesTablesOfANewerVersionAlone() {
        try (Sink sink = open("")) {
            written(sink, Records.batch(1, 1));
        }
        server().execute(database, "INSERT INTO hostpulse_schema VALUES (99)");
        try (Sink sink = open("")) {
            assertThat(reason(sink.write(Records.batch(2, 2)))).contains("version 99");
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void makesTablesAgainThatSomebodyDroppedWhileItRan() {
        try (Sink sink = open("")) {
            written(sink, Records.batch(1, 1));
            server().execute(database, "DROP TABLE metrics", "DROP TABLE monitoring_snapshots");
            assertThat(reason(sink.write(Records.batch(2, 2)))).contains("made again");
            written(sink, Records.batch(2, 2));
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void waitsForACorrectPassword() {
        server().execute(database, setPassword(database, "another-one"));
        try (Sink sink = open("")) {
            assertThat(reason(sink.write(Records.batch(1, 2)))).contains("correct 'username' or 'password'");
            server().execute(database, setPassword(database, SqlServer.PASSWORD));
            written(sink, Records.batch(1, 2));
        }
        assertThat(stored()).hasSize(4);
    }

    @Test
    void waitsWhileThePasswordHasExpired() {
        server().execute(database, expirePassword(database));
        try (Sink sink = open("")) {
            assertThat(reason(sink.write(Records.batch(1, 2)))).contains("renew it there");
            server().execute(database, setPassword(database, SqlServer.PASSWORD));
            written(sink, Records.batch(1, 2));
        }
        assertThat(stored()).hasSize(4);
    }

    @Test
    void saysThatTheDatabaseIsMissing() {
        server().execute("", "DROP DATABASE " + database);
        try (Sink sink = open("")) {
            assertThat(reason(sink.write(Records.batch(1, 1)))).contains("make the database " + database);
        }
    }

    @Test
    void givesUpAServerThatHangsAndGoesOnWhenItAnswersAgain() {
        try (Sink sink = open("")) {
            written(sink, Records.batch(1, 10));
            gate.hang();
            for (long attempt = 0; attempt < 2; attempt++) {
                long begin = System.nanoTime();
                assertThat(reason(sink.write(Records.batch(11, 20)))).isNotBlank();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
            }
            gate.open();
            written(sink, Records.batch(11, 20));
        }
        assertThat(stored()).hasSize(40);
    }

    @Test
    void losesNothingWhileTheServerIsStopped() throws Exception {
        try (Sink sink = open("")) {
            written(sink, Records.batch(1, 10));
            server().stop();
            try {
                assertThat(reason(sink.write(Records.batch(11, 20)))).isNotBlank();
                assertThat(reason(sink.write(Records.batch(11, 20)))).isNotBlank();
            } finally {
                server().start();
            }
            written(sink, Records.batch(11, 20));
        }
        assertThat(stored()).hasSize(40);
    }

    @Test
    void removesOldRowsOfThisMachineOnly() {
        long day = Duration.ofDays(1).toNanos();
        try (Sink sink = open(", retention: 30d");
                Sink keeper = open("")) {
            written(sink, one(Records.at("memory", 1, Records.BEGIN)));
            written(sink, one(Records.at("memory", 2, Records.BEGIN + 10 * day)));
            server().execute(
                            database,
                            "INSERT INTO metrics (time, host, stream, sequence, metric, labels, value)"
                                    + " VALUES ('2020-01-01', 'other', 'memory', 1, 'n', '{}', 1)");
            assertThat(keeper.tick(Records.BEGIN + 35 * day)).isEqualTo(SinkOutcome.WRITTEN);
            assertThat(sink.tick(Records.BEGIN + 35 * day)).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored0()).containsExactly("memory/2");
        assertThat(query("SELECT host, sequence FROM metrics ORDER BY time")).containsExactly("other/1", "atlas/2");
    }

    @Test
    void writesNothingTwiceWhenTwoWriteTheSameAtOnce() throws Exception {
        // Of the common pool's threads there may be one, and both have to be there at the same time.
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Sink first = open("");
                Sink second = open("")) {
            written(first, Records.batch(1, 1));
            for (long from = 2; from < 200; from += 20) {
                Batch batch = Records.batch(from, from + 19);
                CyclicBarrier together = new CyclicBarrier(2);
                Stream.of(first, second)
                        .map(sink -> CompletableFuture.runAsync(() -> untilWritten(sink, batch, together), both))
                        .toList()
                        .forEach(CompletableFuture::join);
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(stored()).hasSize(2 * 201).doesNotHaveDuplicates();
    }

    private static void untilWritten(Sink sink, Batch batch, CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        for (int attempt = 0; attempt < 10; attempt++) {
            if (sink.write(batch) instanceof SinkOutcome.Written) {
                return;
            }
        }
        throw new AssertionError("not written in ten attempts");
    }

    @Test
    void writesNoMetricsUnlessItIsToldTo() {
        try (Sink sink = open(", metrics: false")) {
            written(sink, Records.batch(1, 2));
        }
        assertThat(query("SELECT stream FROM metrics")).isEmpty();
        assertThat(query("SELECT stream FROM monitoring_snapshots")).hasSize(4);
    }
}
