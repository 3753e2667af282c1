package io.hostpulse.exporter.sink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.exporter.fixture.FakeInflux;
import io.hostpulse.exporter.fixture.FakeInflux.Answer;
import io.hostpulse.exporter.fixture.Gate;
import io.hostpulse.exporter.fixture.LineParser.Line;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InfluxDB 2, played by a small server. */
class InfluxSinkTest extends SinkContract {

    private static final String TOKEN = "open-sesame";
    private static final String BUCKET = ", bucket: hosts, org: me, token: " + TOKEN;

    private FakeInflux influx;
    private Gate gate;

    @BeforeEach
    void startServer() {
        influx = new FakeInflux();
        gate = Gate.to(influx.port());
    }

    @AfterEach
    void stopServer() {
        gate.close();
        influx.close();
    }

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return open(BUCKET);
    }

    private Sink open(String more) {
        String options =
                "url: 'http://127.0.0.1:" + gate.port() + "/', machine: atlas, timeout: 2s, connect_timeout: 1s" + more;
        return Options.read(options, new InfluxSinkType()).open(surroundings());
    }

    @Override
    protected List<String> stored() {
        return influx.points().stream()
                .filter(line -> line.fields().containsKey("sequence"))
                .sorted(Comparator.comparing(Line::time))
                .map(line -> line.measurement() + "/" + ((Double) line.fields().get("sequence")).longValue())
                .toList();
    }

    @Override
    protected void breakOtherEnd() {
        gate.shut();
    }

    @Override
    protected void mendOtherEnd() {
        gate.open();
    }

    private static SinkOutcome.TryAgain tryAgain(SinkOutcome outcome) {
        assertThat(outcome).isInstanceOf(SinkOutcome.TryAgain.class);
        SinkOutcome.TryAgain again = (SinkOutcome.TryAgain) outcome;
        assertThat(again.reason()).doesNotContain(TOKEN);
        return again;
    }

    @Test
    void writesToTheBucketWithTheTokenCompressed() {
        try (Sink sink = open(", bucket: 'my hosts', org: 'R&D', token: " + TOKEN)) {
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(influx.requests())
                .containsExactly(
                        "POST /api/v2/write?org=R%26D&bucket=my%20hosts&precision=ns Token " + TOKEN + " gzip");
    }

    @Test
    void writesToADatabaseOfVersionOneWithAPassword() {
        try (Sink sink =
                open(", database: hosts, retention_policy: week, username: me, password: sesame, gzip: false")) {
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(influx.requests())
                .containsExactly("POST /write?db=hosts&rp=week&precision=ns Basic bWU6c2VzYW1l null");
    }

    @Test
    void writesAPointForTheStreamAndEachElement() {
        String payload = "{\"percentage\":61.5,\"state\":\"fine\",\"free\":null,"
                + "\"mounts\":[{\"path\":\"/\",\"used\":1,\"ok\":true}],\"missing\":{\"free\":\"asleep\"}}";
        try (Sink sink = open(BUCKET)) {
            sink.write(new Batch(List.of(Records.afterGap(Records.with(Records.record("disk", 7), payload), 3))));
        }
        long time = Records.record("disk", 7).sampleTime();
        assertThat(influx.points())
                .containsExactlyInAnyOrder(
                        new Line(
                                "disk",
                                Map.of("host", "atlas"),
                                Map.of(
                                        "sequence", 7.0,
                                        "state", "ok",
                                        "missing_before", 3.0,
                                        "percentage", 61.5,
                                        "data.state", "fine"),
                                time),
                        new Line(
                                "disk_mounts",
                                Map.of("host", "atlas", "mount", "/"),
                                Map.of("path", "/", "used", 1.0, "ok", true),
                                time));
    }

    @Test
    void aRecordWithoutDataSaysWhy() {
        try (Sink sink = open(BUCKET)) {
            sink.write(new Batch(List.of(Records.withoutData("gpu", 1, "asleep"))));
        }
        assertThat(influx.points().get(0).fields())
                .isEqualTo(Map.of("sequence", 1.0, "state", "unavailable", "reason", "asleep"));
    }

    @Test
    void boundsTheSeriesOfListsAndCountsWhatIsLeftOut() {
        try (Sink sink = open(BUCKET + ", max_series: 2")) {
            for (long record = 1; record <= 2; record++) {
                sink.write(new Batch(
                        List.of(Records.with(Records.record("processor", record), "{\"per_core_usage\":[1,2,3,4]}"))));
            }
        }
        assertThat(influx.points().stream().filter(line -> line.measurement().equals("processor_per_core_usage")))
                .hasSize(4);
        assertThat(influx.points().stream().filter(line -> line.measurement().equals("processor")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.fields()).containsEntry("left_out", 2.0));
    }

    @ParameterizedTest
    @CsvSource({
        "401, look at 'token'",
        "403, look at 'token'",
        "404, is there a bucket hosts?",
        "302, correct 'url'",
        "405, HTTP 405",
        "429, HTTP 429",
        "500, HTTP 500",
        "503, HTTP 503"
    })
    void triesAgainWhatSomebodyCanMend(int status, String reason) {
        influx.answer(status, "{\"code\":\"x\",\"message\":\"said with " + TOKEN + "\"}", Map.of());
        try (Sink sink = open(BUCKET)) {
            assertThat(tryAgain(sink.write(Records.batch(1, 3))).reason())
                    .contains(reason)
                    .contains("said with ***");
            influx.recover();
            assertThat(sink.write(Records.batch(1, 3))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void refusesWhatTheServerWillNeverTake(int status) {
        influx.answer(status, "{\"error\":\"partial write: field type conflict dropped=1\"}", Map.of());
        try (Sink sink = open(BUCKET)) {
            assertThat(sink.write(Records.batch(1, 1)))
                    .isEqualTo(new SinkOutcome.Refused(
                            "HTTP " + status + ": partial write: field type conflict dropped=1"));
        }
    }

    @Test
    void comesAgainWhenTheServerSaid() {
        influx.answer(429, "", Map.of("Retry-After", "17"));
        try (Sink sink = open(BUCKET)) {
            assertThat(tryAgain(sink.write(Records.batch(1, 1))).after()).contains(Duration.ofSeconds(17));
            influx.answer(503, "busy", Map.of("Retry-After", "Fri, 03 Jan 2025 10:16:30 GMT"));
            sink.tick(Records.BEGIN);
            assertThat(tryAgain(sink.write(Records.batch(1, 1))).after()).contains(Duration.ofMinutes(1));
        }
    }

    @Test
    void makesTheDatabaseIfItMay() {
        influx.behave((exchange, body) -> {
            boolean isMissing = influx.requests().stream().noneMatch(request -> request.contains("CREATE"));
            return isMissing
                    ? Optional.of(new Answer(404, "{\"error\":\"database not found: \\\"hosts\\\"\"}", Map.of()))
                    : Optional.of(new Answer(204, "", Map.of()));
        });
        try (Sink sink = open(", database: hosts")) {
            assertThat(tryAgain(sink.write(Records.batch(1, 1))).reason()).contains("create: true");
        }
        try (Sink sink = open(", database: hosts, create: true")) {
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(influx.requests()).anyMatch(request -> request.contains("q=CREATE%20DATABASE%20%22hosts%22"));
    }

    @Test
    void givesUpAServerThatHangs() {
        gate.hang();
        try (Sink sink = open(BUCKET)) {
            assertThat(tryAgain(sink.write(Records.batch(1, 1))).reason()).contains("within 2000 ms");
            gate.open();
            assertThat(sink.write(Records.batch(1, 1))).isEqualTo(SinkOutcome.WRITTEN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database: '' | database: is empty",
                "database: a, bucket: b, token: t | write either 'database' (InfluxDB 1) or 'bucket'",
                "bucket: b | token: is missing",
                "bucket: '', token: t | bucket: is empty",
                "database: a, password: p | username: is missing",
                "database: a, url: 'http://me:pw@host:8086' | no user in a URL",
                "database: a, url: 'http://host:8086/?db=x' | write the server only",
                "database: a, url: 'ftp://host' | begins with http",
                "database: a, max_series: 0 | max_series",
                "bucket: b, token: \"a\\nb\" | a character that no token has"
            })
    void saysWhatIsWrongInTheConfiguration(String options, String problem) {
        assertThat(Options.problems(options, new InfluxSinkType())).anyMatch(found -> found.contains(problem));
    }
}
