package io.hostpulse.exporter.sink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.exporter.fixture.Gate;
import io.hostpulse.exporter.fixture.InfluxServer;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real InfluxDB 1, where it is installed. */
@Timeout(120)
class RealInfluxTest extends SinkContract {

    @TempDir
    static Path directory;

    private static InfluxServer server;

    private Gate gate;
    private String database;

    @BeforeAll
    static void start() throws Exception {
        server = InfluxServer.start(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeDatabase() {
        database = server.createDatabase();
        gate = Gate.to(server.port());
    }

    @AfterEach
    void closeGate() {
        if (gate != null) {
            gate.close();
        }
    }

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return open("database: " + database + ", username: admin, password: " + InfluxServer.PASSWORD);
    }

    private Sink open(String options) {
        String all = "url: 'http://127.0.0.1:" + gate.port() + "', machine: atlas, timeout: 5s, " + options;
        return Options.read(all, new InfluxSinkType()).open(surroundings());
    }

    @Override
    protected List<String> stored() {
        List<String> keys = new ArrayList<>();
        for (Fields series : server.query(database, "SELECT sequence FROM /.*/ ORDER BY time")) {
            String name = ((Value.Text) series.get("name").orElseThrow()).value();
            for (Value row : InfluxServer.list(series, "values")) {
                keys.add(name + "/"
                        + ((Value.Whole) ((Value.Sequence) row).values().get(1)).value());
            }
        }
        return keys;
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
        assertThat(reason).doesNotContain(InfluxServer.PASSWORD);
        return reason;
    }

    @Test
    void losesNothingWhileTheServerIsStopped() throws Exception {
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(Records.batch(1, 10))).isEqualTo(SinkOutcome.WRITTEN);
            server.stop();
            try {
                assertThat(reason(sink.write(Records.batch(11, 20)))).isNotBlank();
            } finally {
                server.startAgain();
            }
            assertThat(sink.write(Records.batch(11, 20))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(40);
    }

    @Test
    void waitsForACorrectPassword() {
        server.query("", "CREATE USER " + database + " WITH PASSWORD 'another-one'");
        server.query("", "GRANT ALL ON " + database + " TO " + database);
        try (Sink sink = open("database: " + database + ", username: " + database + ", password: late-one")) {
            assertThat(reason(sink.write(Records.batch(1, 1)))).contains("look at 'username' and 'password'");
            server.query("", "SET PASSWORD FOR " + database + " = 'late-one'");
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void makesTheDatabaseIfItMay() {
        server.query("", "DROP DATABASE " + database);
        try (Sink sink = open(surroundings())) {
            assertThat(reason(sink.write(Records.batch(1, 1)))).contains("database not found", "create: true");
        }
        try (Sink sink =
                open("create: true, database: " + database + ", username: admin, password: " + InfluxServer.PASSWORD)) {
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void waitsForAMissingRetentionPolicy() {
        try (Sink sink = open("retention_policy: week, database: " + database + ", username: admin, password: "
                + InfluxServer.PASSWORD)) {
            assertThat(reason(sink.write(Records.batch(1, 1)))).contains("retention policy not found");
            server.query("", "CREATE RETENTION POLICY week ON " + database + " DURATION INF REPLICATION 1 DEFAULT");
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void refusesTheRecordWhoseFieldHasAnotherType() {
        ExportRecord first = Records.with(Records.record("http", 1), "{\"value\":1}");
        ExportRecord other = Records.with(Records.record("http", 2), "{\"value\":\"text\"}");
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(new Batch(List.of(first)))).isEqualTo(SinkOutcome.WRITTEN);
            SinkOutcome outcome = sink.write(new Batch(List.of(other, Records.record("memory", 1))));
            assertThat(outcome).isInstanceOf(SinkOutcome.Refused.class);
            assertThat(((SinkOutcome.Refused) outcome).reason()).contains("field type conflict");
        }
        assertThat(stored()).containsExactly("http/1", "memory/1");
    }

    @Test
    void takesWholeNumbersAndFractionsInOneField() {
        try (Sink sink = open(surroundings())) {
            for (String value : List.of("1", "1.5", "2e300", "9223372036854775807")) {
                ExportRecord record = Records.with(Records.record("memory", value.length()), "{\"v\":" + value + "}");
                assertThat(sink.write(new Batch(List.of(record)))).isEqualTo(SinkOutcome.WRITTEN);
            }
        }
        assertThat(stored()).hasSize(4);
    }

    @Test
    void hostileTextsComeBack() {
        List<String> texts = List.of(
                "a b,c=d \"e\" \\ f",
                "C:\\",
                "x\\,y=\\ \\\\",
                "two\r\nlines injected,host=evil sequence=9 1",
                "é日本語😀",
                "# comment",
                "' OR 1=1; DROP DATABASE x");
        try (Sink sink = open(surroundings())) {
            long sequence = 0;
            for (String text : texts) {
                Fields element = Fields.builder().put("path", text).put("n", 1).build();
                Fields payload = Fields.builder()
                        .put("text", text)
                        .put("mounts", List.of(element))
                        .build();
                ExportRecord record =
                        Records.with(Records.record("disk", ++sequence), new PayloadWriter().text(payload));
                assertThat(sink.write(new Batch(List.of(record)))).isEqualTo(SinkOutcome.WRITTEN);
            }
        }
        assertThat(stored()).hasSize(texts.size());
        Fields disk = server.query(database, "SELECT \"text\" FROM disk ORDER BY time")
                .get(0);
        assertThat(InfluxServer.list(disk, "values").stream()
                        .map(row ->
                                ((Value.Text) ((Value.Sequence) row).values().get(1)).value()))
                .containsExactlyElementsOf(texts);
        assertThat(server.query(database, "SELECT n FROM disk_mounts GROUP BY mount"))
                .hasSize(texts.size());
        assertThat(server.query(database, "SHOW MEASUREMENTS").toString()).doesNotContain("evil");
    }
}
