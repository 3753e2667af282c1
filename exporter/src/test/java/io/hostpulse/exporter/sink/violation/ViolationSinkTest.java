package io.hostpulse.exporter.sink.violation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.MovedAway;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViolationSinkTest {

    @TempDir
    Path root;

    private Queues queues;
    private SinkSurroundings surroundings;

    @BeforeEach
    void prepare() throws IOException {
        queues = new Queues(root.resolve("data"));
        queues.write("memory", 5, Duration.ofMillis(500));
        surroundings = new SinkSurroundings("violation", queues.data());
    }

    private Sink open(String options) {
        return Options.read(options, new ViolationSinkType()).open(surroundings);
    }

    private Alert alert(String component, OptionalDouble value) {
        return new Alert(
                "id-1",
                new AlertKey("memory", ""),
                component,
                "usage_percent",
                AlertLevel.WARNING,
                AlertState.FIRING,
                new Measured(value, OptionalDouble.of(80), value),
                "=High memory usage",
                queues.now(),
                queues.now(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of("team", "infra"));
    }

    private ExportRecord entry(long sequence, String event, Alert alert) {
        Fields.Builder fields = Fields.builder().put("entry", "changed").put("event", event);
        AlertFields.of(alert).values().forEach(fields::put);
        return record(sequence, new PayloadWriter().text(fields.build()));
    }

    private ExportRecord record(long sequence, String payload) {
        return new ExportRecord(new StreamName("alerts"), sequence, queues.now(), RecordKind.OK, payload, 0);
    }

    private List<String> names() throws IOException {
        if (Files.notExists(surroundings.exports())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(surroundings.exports())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String textOf(String name) {
        return ExportedFiles.text(surroundings.exports().resolve(name));
    }

    private static void written(Sink sink, ExportRecord... records) {
        assertThat(sink.write(new Batch(List.of(records)))).isEqualTo(SinkOutcome.WRITTEN);
    }

    @Test
    void writesWhatWasMeasuredWhenARuleWasViolated() throws IOException {
        written(open("format: json"), entry(17, "fired", alert("memory", OptionalDouble.of(85.2))));
        assertThat(names()).containsExactly("violation_20250103T101532.500000Z_memory_17.json");
        assertThat(textOf(names().get(0))).isEqualTo("""
                {
                  "timestamp": "2025-01-03T10:15:32.500000Z",
                  "data_source": "memory",
                  "metric_name": "usage_percent",
                  "value": 85.2,
                  "threshold_violated": true,
                  "threshold_value": 80.0,
                  "metadata": {
                    "alert": "id-1",
                    "message": "=High memory usage",
                    "since": "2025-01-03T10:15:32.500000Z",
                    "rule": {
                      "name": "memory",
                      "dimension": "",
                      "level": "WARNING",
                      "labels": {
                        "team": "infra"
                      }
                    },
                    "all_metrics": {
                      "n": 5,
                      "text": "xxxx"
                    },
                    "data_source_config": {
                      "name": "memory",
                      "interval_ms": 500,
                      "process": "collector-memory"
                    }
                  }
                }
                """);
    }

    @Test
    void writesATableAndMakesItsTextInert() throws IOException {
        written(open("format: csv, compress: true"), entry(17, "fired", alert("nowhere", OptionalDouble.empty())));
        assertThat(names()).containsExactly("violation_20250103T101532.500000Z_memory_17.csv.gz");
        written(open("format: csv, compress: zstd"), entry(18, "fired", alert("nowhere", OptionalDouble.empty())));
        assertThat(names()).contains("violation_20250103T101532.500000Z_memory_18.csv.zst");
        assertThat(textOf(names().get(0)).lines())
                .first()
                .isEqualTo("timestamp,data_source,metric_name,value,threshold_violated,threshold_value,level,message,"
                        + "metadata");
        assertThat(textOf(names().get(0)).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("2025-01-03T10:15:32.500000Z,nowhere,usage_percent,,true,80.0,WARNING,'=High memory usage,"
                        + "\"{\"\"alert\"\":");
    }

    @Test
    void passesOverWhatIsNoBeginningOfAnAlert() throws IOException {
        Alert alert = alert("memory", OptionalDouble.of(85.2));
        written(
                open("format: both"),
                entry(1, "resolved", alert),
                entry(2, "level", alert),
                record(3, "{\"entry\":\"done\",\"receipt\":{}}"));
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAnEntryThatItCannotUnderstand() {
        ExportRecord strange = record(3, "{\"entry\":\"changed\",\"event\":\"fired\"}");
        assertThat(open("format: both").write(new Batch(List.of(strange)))).isInstanceOf(SinkOutcome.Refused.class);
    }

    @Test
    void keepsTheNewestOfEachForm() throws IOException {
        Sink sink = open("format: both, max_export_files: 2");
        for (long sequence = 1; sequence <= 5; sequence++) {
            written(sink, entry(sequence, "fired", alert("memory", OptionalDouble.of(85.2))));
            queues.step(Duration.ofSeconds(1));
        }
        assertThat(names())
                .containsExactly(
                        "violation_20250103T101535.500000Z_memory_4.csv",
                        "violation_20250103T101535.500000Z_memory_4.json",
                        "violation_20250103T101536.500000Z_memory_5.csv",
                        "violation_20250103T101536.500000Z_memory_5.json");
    }

    @Test
    void writesAlthoughAnOldOneCannotBeRemoved() throws IOException {
        Path stuck = surroundings.exports().resolve("violation_20240103T101530.000000Z_memory_1.json");
        Files.createDirectories(stuck.resolve("not empty"));
        Sink sink = open("format: json, max_export_files: 1");
        written(sink, entry(17, "fired", alert("memory", OptionalDouble.of(85.2))));
        assertThat(names()).hasSize(2).element(1).asString().endsWith("_17.json");
    }

    @Test
    void writesOneFileForOneViolationHoweverOftenItComes() throws IOException {
        ExportRecord fired = entry(17, "fired", alert("memory", OptionalDouble.of(85.2)));
        written(open("format: json"), fired, fired);
        written(open("format: json"), fired);
        assertThat(names()).hasSize(1);
    }

    @Test
    void asksToTryAgainWhileItCannotWrite() throws IOException {
        ExportRecord fired = entry(17, "fired", alert("memory", OptionalDouble.of(85.2)));
        Sink sink = open("format: json");
        MovedAway broken = new MovedAway(surroundings.exports());
        broken.breakIt();
        assertThat(sink.write(new Batch(List.of(fired)))).isInstanceOf(SinkOutcome.TryAgain.class);
        broken.mend();
        written(sink, fired);
        assertThat(names()).hasSize(1);
    }
}
