package io.hostpulse.collector.source.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.Options;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TextfileSourceTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T04:01:30Z");

    @TempDir
    Path folder;

    @Test
    void bringsTheNumbersOfAllFilesTogether() throws Exception {
        write("backup.prom", """
                # HELP backup_bytes Size of the last backup.
                # TYPE backup_bytes gauge
                backup_bytes 1.5e9
                backup_runs_total{result="ok"} 12
                backup_runs_total{result="failed"} 0
                """);
        write("raid.prom", "raid_degraded NaN\n");
        write("notes.txt", "not for us");
        Fields fields = read(1_000);
        assertThat(fields.get("values"))
                .contains(Fields.builder()
                        .put("backup_bytes", 1_500_000_000L)
                        .missing("raid_degraded", "NaN")
                        .build());
        assertThat(fields.get("series").orElseThrow().toString())
                .contains("backup_runs_total", "result=Text[value=ok]", "Whole[value=12]");
        assertThat(fields.get("files_failed")).contains(new Value.Whole(0));
        assertThat(files(fields).get(0))
                .isEqualTo(Fields.builder()
                        .put("file", "backup.prom")
                        .put("mtime", "2026-03-01T04:00:00.000000Z")
                        .put("age_seconds", 90.0)
                        .put("series", 3)
                        .build());
    }

    @Test
    void namesABadFileAndKeepsTheOthers() throws Exception {
        write("a.prom", "good 1\n");
        write("b.prom", "good_too 1\nbad{ 2\n");
        write("c.prom", "also_good 3\n");
        write("d.prom", "timed 3 1395066363000\n");
        write("e.prom", "cut_off 12");
        Fields fields = read(1_000);
        assertThat(fields.get("values"))
                .contains(Fields.builder().put("good", 1).put("also_good", 3).build());
        assertThat(fields.get("files_failed")).contains(new Value.Whole(3));
        assertThat(files(fields).get(1).get("series"))
                .contains(new Value.Missing("line 2: expected the name of a label or '}', found '2'"));
        assertThat(files(fields).get(3).get("series").orElseThrow().toString()).contains("times are not supported");
        assertThat(files(fields).get(4).get("series"))
                .contains(new Value.Missing("line 1: no line end: the text was cut off"));
    }

    @Test
    void countsASeriesThatTwoFilesHaveOnlyFromTheFirst() throws Exception {
        write("a.prom", "x{k=\"1\"} 1\n");
        write("b.prom", "x{k=\"1\"} 2\ny 3\n");
        Fields fields = read(1_000);
        assertThat(fields.get("values")).contains(Fields.NONE);
        assertThat(files(fields).get(1).get("series"))
                .contains(new Value.Missing("the series x{k=\"1\"} is in an earlier file already"));
    }

    @Test
    void hasALimitForAllFilesTogether() throws Exception {
        write("a.prom", many(6));
        write("b.prom", many(6).replace("n", "m"));
        Fields fields = read(10);
        assertThat(((Fields) fields.get("values").orElseThrow()).values()).hasSize(6);
        assertThat(files(fields).get(1).get("series"))
                .contains(new Value.Missing("with it there would be more than 10 series (max_series)"));
    }

    @Test
    void opensNothingThatIsNoFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        Process mkfifo =
                new ProcessBuilder("mkfifo", folder.resolve("pipe.prom").toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        Files.createDirectory(folder.resolve("folder.prom"));
        Files.createSymbolicLink(folder.resolve("gone.prom"), Path.of("/nowhere/at/all"));
        Files.write(folder.resolve("huge.prom"), new byte[PromFiles.MAX_SIZE + 1]);
        Fields fields = read(10);
        assertThat(fields.get("files_failed")).contains(new Value.Whole(4));
        assertThat(files(fields))
                .extracting(file -> file.get("series").orElseThrow())
                .containsExactly(
                        new Value.Missing("it is no file"),
                        new Value.Missing("it is no file"),
                        new Value.Missing("with it the files would be larger than 1 MB"),
                        new Value.Missing("it is no file"));
    }

    @Test
    void anEmptyDirectoryIsAnAnswerAndAMissingOneIsNot() throws Exception {
        assertThat(read(10).get("values")).contains(Fields.NONE);
        assertThatThrownBy(() -> new TextfileSource(new TextfileOptions(folder.resolve("no"), 10), () -> 1).read())
                .hasMessage("the directory " + folder.resolve("no") + " does not exist");
    }

    @Test
    void tellsThatItsDirectoryIsMissing() {
        Options options = Options.of("max_series=0");
        TextfileOptions.from(options.node());
        assertThat(options.problems())
                .containsExactly(
                        "is missing: say where the *.prom files are",
                        "'0' is out of range: it must be from 1 to 10000");
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i + " 1\n").collect(Collectors.joining());
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private Fields read(int maxSeries) throws IOException {
        long now = NOW.getEpochSecond() * 1_000_000_000L;
        return ((Reading.Ok) new TextfileSource(new TextfileOptions(folder, maxSeries), () -> now).read()).fields();
    }

    private static List<Fields> files(Fields fields) {
        Value.Sequence files = (Value.Sequence) fields.get("files").orElseThrow();
        return files.values().stream().map(Fields.class::cast).toList();
    }
}
