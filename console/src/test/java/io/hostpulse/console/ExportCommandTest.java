package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.Compression;
import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExporterView;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.console.fixture.DataFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;

    @BeforeEach
    void write() throws IOException {
        console = new ConsoleFixture(root);
        console.data.write("memory", 2);
        console.data.write("disk", 1);
        console.data.write("memory", 1);
    }

    @Test
    void writesAllStreamsInTheOrderOfTime() {
        assertThat(console.run("export", "--format", "ndjson")).isZero();
        assertThat(console.out().lines().map(line -> line.replaceAll(",\"timestamp.*", "")))
                .containsExactly(
                        "{\"stream\":\"memory\",\"sequence\":1",
                        "{\"stream\":\"memory\",\"sequence\":2",
                        "{\"stream\":\"disk\",\"sequence\":1",
                        "{\"stream\":\"memory\",\"sequence\":3");
        assertThat(console.err()).isEqualTo("4 records written, none missing\n");
    }

    @Test
    void writesTheSameLinesAsTail() {
        console.run("tail", "memory", "--json", "-n", "3");
        String tail = console.out();
        console.run("export", "--format", "ndjson", "--streams", "memory");
        assertThat(console.out()).isEqualTo(tail + tail);
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        assertThat(console.run("export", "--from", "2025-01-03T12:00:00Z", "--to", "2025-01-03T11:00:00Z"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--to 2025-01-03T11:00:00Z is not after --from 2025-01-03T12:00:00Z");
    }

    @Test
    void writesAnEmptyListForAPeriodWithoutRecords() {
        assertThat(console.run("export", "--from", "2024-01-03T11:00:00Z", "--to", "2024-01-03T12:00:00Z"))
                .isZero();
        assertThat(console.out()).isEqualTo("[\n]\n");
        assertThat(console.err()).isEqualTo("0 records written, none missing\n");
    }

    @Test
    void refusesAnOutputThatIsNoFile() {
        assertThat(console.run("export", "--output", "/")).isEqualTo(1);
        assertThat(console.err()).contains("/: Is a directory");
    }

    @Test
    void writesAListForPeople() {
        assertThat(console.run("export", "--streams", "disk")).isZero();
        assertThat(console.out()).isEqualTo("""
                [
                {
                  "stream": "disk",
                  "sequence": 1,
                  "timestamp": "2025-01-03T10:15:31.000000Z",
                  "kind": "ok",
                  "data": {
                    "n": 1
                  }
                }
                ]
                """);
    }

    @Test
    void writesAPeriod() {
        assertThat(console.run(
                        "export",
                        "--format",
                        "csv",
                        "--streams",
                        "memory",
                        "--from",
                        "2025-01-03T10:15:30.5Z",
                        "--to",
                        "2025-01-03T10:15:31.5Z"))
                .isZero();
        assertThat(console.out())
                .isEqualTo("timestamp,sequence,state,reason,n\r\n2025-01-03T10:15:30.500000Z,2,ok,,2\r\n");
    }

    @Test
    void writesAnEmptyPeriod() {
        assertThat(console.run("export", "--to", "2025-01-03T10:00:00Z")).isZero();
        assertThat(console.out()).isEqualTo("[\n]\n");
    }

    @Test
    void knowsTheColumnsOfTheWholePeriodBeforeTheFirstRow() {
        console.data.write(
                "disk",
                new Reading.Ok(Fields.builder().put("n", 2).put("later", true).build()));
        console.data.write("disk", new Reading.Unavailable("unmounted"));
        assertThat(console.run("export", "--format", "csv", "--streams", "disk"))
                .isZero();
        assertThat(console.out().lines())
                .containsExactly(
                        "timestamp,sequence,state,reason,n,later",
                        "2025-01-03T10:15:31.000000Z,1,ok,,1,",
                        "2025-01-03T10:15:32.000000Z,2,ok,,2,true",
                        "2025-01-03T10:15:32.500000Z,3,unavailable,unmounted,,");
    }

    @Test
    void choosesTheFormByTheNameAndCompresses() throws IOException {
        assertThat(console.run("export", "--output", "all.ndjson.gz")).isZero();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(root.resolve("all.ndjson.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(4);
        }
        assertThat(console.run("export", "--output", "all.json.zst")).isZero();
        try (InputStream in = Compression.ZSTD.outOf(Files.newInputStream(root.resolve("all.json.zst")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("[")
                    .endsWith("]\n");
        }
        assertThat(console.run("export", "--output", "disk.csv", "--streams", "disk"))
                .isZero();
        assertThat(root.resolve("disk.csv")).content().startsWith("timestamp,");
    }

    @Test
    void writesATableOfEachStreamIntoADirectory() {
        assertThat(console.run("export", "--format", "csv", "--output", "tables"))
                .isZero();
        assertThat(root.resolve("tables/memory.csv")).content().hasLineCount(4);
        assertThat(root.resolve("tables/disk.csv")).content().hasLineCount(2);
        assertThat(console.err()).isEqualTo("4 records written, none missing\n");
    }

    @Test
    void refusesTablesOfSeveralStreamsInOneFile() {
        assertThat(console.run("export", "--format", "csv")).isEqualTo(2);
        assertThat(console.err()).contains("csv has one table for each stream: name one, or a directory with --output");
    }

    @Test
    void namesTheStreamsThereAre() {
        assertThat(console.run("export", "--streams", "memry")).isEqualTo(1);
        assertThat(console.err()).contains("memory");
        assertThat(console.run("export", "--from", "soon")).isEqualTo(2);
        assertThat(console.err()).contains("--from 'soon' is no time");
    }

    @Test
    void startsTheExporterOnlyForTheHistoryOrAnotherSink() throws IOException {
        String off = "history: {enabled: false}\n";
        Files.writeString(root.resolve("config.yaml"), off);
        assertThat(console.run("processes", "--config", "config.yaml")).isZero();
        Files.writeString(root.resolve("config.yaml"), off + "exporter: {sinks: {json: {enabled: false}}}");
        assertThat(console.run("processes", "--config", "config.yaml")).isZero();
        assertThat(console.out()).doesNotContain("exporter");
        Files.writeString(root.resolve("config.yaml"), "history: {raw: 1d}");
        assertThat(console.run("processes", "--config", "config.yaml")).isZero();
        assertThat(console.out()).contains("exporter\tio.hostpulse.exporter.ExporterMain\n");
        Files.writeString(root.resolve("config.yaml"), off + "exporter: {sinks: {json: {}}}");
        assertThat(console.run("processes", "--config", "config.yaml")).isZero();
        assertThat(console.out())
                .contains("alerter\tio.hostpulse.alerter.AlerterMain\nexporter\tio.hostpulse.exporter.ExporterMain\n"
                        + "broker\t");
    }

    @Test
    void cannotAskAnExporterThatDoesNotRun() {
        assertThat(console.run("export", "now")).isEqualTo(1);
        assertThat(console.err()).contains("the exporter does not run");
    }

    @Test
    void asksEachSinkToWriteAndWaitsForItsAnswer() throws IOException {
        exporterWith("json", "csv");
        console.pause = moment -> {
            answer("json", ExportNow.WRITTEN);
            answer("csv", "failed: no permission");
        };
        assertThat(console.run("export", "now")).isEqualTo(1);
        assertThat(console.out()).isEqualTo("json: written\ncsv: failed: no permission\n");
        assertThat(console.run("export", "now", "json")).isZero();
        assertThat(console.data.data().run()).isDirectoryNotContaining("glob:**export-*");
    }

    @Test
    void namesTheSinksThereAre() throws IOException {
        exporterWith("json", "csv");
        assertThat(console.run("export", "now", "jsn")).isEqualTo(1);
        assertThat(console.err()).contains("there is no sink 'jsn'; did you mean 'json'?");
    }

    private void exporterWith(String... sinks) throws IOException {
        console.proc.process(42, "java io.hostpulse.exporter.ExporterMain");
        console.data.mark("exporter", 42, ProcessState.RUNNING, console.data.now());
        List<SinkView> views = List.of(sinks).stream()
                .map(name -> new SinkView(
                        name,
                        name,
                        SinkView.State.RUNNING,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        DataFixture.SECOND,
                        1,
                        "",
                        0,
                        0,
                        OptionalLong.empty()))
                .toList();
        new ExporterView(console.data.now(), 42, views).writeTo(console.data.data());
    }

    private void answer(String sink, String text) {
        try {
            ExportNow now = ExportNow.of(console.data.data(), sink);
            now.take().ifPresent(word -> answer(now, word, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(ExportNow now, String word, String text) {
        try {
            now.answer(word, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
