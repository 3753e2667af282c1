package io.hostpulse.exporter.sink.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.json.JsonSinkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When files begin and end, and what a crash between two steps leaves. */
class FileSinkTest {

    private static final long DAY = 24 * 3600 * Records.SECOND;

    @TempDir
    Path root;

    private SinkSurroundings surroundings;
    private ExportedFiles files;

    @BeforeEach
    void prepare() throws IOException {
        DataDirectory data = new DataDirectory(root.resolve("data"));
        data.create();
        surroundings = new SinkSurroundings("mine", data);
        files = new ExportedFiles(surroundings.exports());
    }

    private Sink open(String options) {
        return Options.read("style: lines, " + options, new JsonSinkType()).open(surroundings);
    }

    private static void write(Sink sink, long... times) {
        for (int i = 0; i < times.length; i++) {
            Batch batch = new Batch(List.of(Records.at("memory", i + 1L, times[i])));
            assertThat(sink.write(batch)).isEqualTo(SinkOutcome.WRITTEN);
        }
    }

    private static void number(Sink sink, long from, long to) {
        Batch batch = new Batch(LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> Records.record("memory", sequence))
                .toList());
        assertThat(sink.write(batch)).isEqualTo(SinkOutcome.WRITTEN);
    }

    private List<Integer> recordsOfEach() throws IOException {
        return files.finished().stream()
                .map(file -> ExportedFiles.jsonRecords(file).size())
                .toList();
    }

    private Path part() throws IOException {
        try (Stream<Path> all = Files.list(surroundings.exports())) {
            return all.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void showsNoFileBeforeItIsWhole() throws IOException {
        try (Sink sink = open("interval: 0")) {
            number(sink, 1, 10);
            assertThat(files.finished()).isEmpty();
            sink.flush();
            assertThat(recordsOfEach()).containsExactly(10);
        }
    }

    @Test
    void endsAFileWithTheDayOfItsZone() throws IOException {
        try (Sink sink = open("interval: 0, zone: Asia/Tokyo")) {
            // 15:00 UTC is midnight in Tokyo.
            long midnight = Records.BEGIN - 15 * 60 * Records.SECOND - 30 * Records.SECOND + 5 * 3600 * Records.SECOND;
            write(sink, midnight - 2, midnight - 1, midnight, midnight + DAY);
            sink.flush();
        }
        assertThat(files.names())
                .containsExactly(
                        "monitoring_20250103.ndjson", "monitoring_20250104.ndjson", "monitoring_20250105.ndjson");
        assertThat(recordsOfEach()).containsExactly(2, 1, 1);
    }

    @Test
    void putsWhatComesLateIntoTheFileThatIsThere() throws IOException {
        try (Sink sink = open("interval: 0")) {
            write(sink, Records.BEGIN, Records.BEGIN + DAY, Records.BEGIN, Records.BEGIN + DAY);
            sink.flush();
        }
        assertThat(recordsOfEach()).containsExactly(1, 3);
    }

    @Test
    void endsAFileByCountSizeAndAge() throws IOException {
        try (Sink sink = open("interval: 0, max_records: 4")) {
            number(sink, 1, 10);
            sink.flush();
        }
        assertThat(recordsOfEach()).containsExactly(4, 4, 2);
        try (Sink sink = open("interval: 0, max_size: 4KB, prefix: size")) {
            number(sink, 11, 60);
            sink.flush();
        }
        assertThat(files.finished().subList(3, files.finished().size()))
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(5000));
        try (Sink sink = open("interval: 0, max_age: 2s, prefix: young")) {
            number(sink, 61, 70);
            sink.flush();
        }
        assertThat(files.names().stream().filter(name -> name.startsWith("young")))
                .hasSize(3);
    }

    @Test
    void keepsTheNewestFiles() throws IOException {
        try (Sink sink = open("interval: 0, max_records: 1, max_files: 3, compress: true")) {
            number(sink, 1, 12);
            sink.flush();
        }
        assertThat(files.names())
                .containsExactly(
                        "monitoring_20250103_10.ndjson.gz",
                        "monitoring_20250103_11.ndjson.gz",
                        "monitoring_20250103_12.ndjson.gz");
    }

    @Test
    void givesNoNameTwiceWhenSomebodyTakesFilesAway() throws IOException {
        try (Sink sink = open("interval: 0")) {
            number(sink, 1, 1);
            sink.flush();
            Files.delete(files.finished().get(0));
            number(sink, 2, 2);
            sink.flush();
        }
        assertThat(files.names()).containsExactly("monitoring_20250103_2.ndjson");
    }

    @Test
    void writesOneRecordOfEachStreamForEachInterval() throws IOException {
        for (long life = 0; life < 3; life++) {
            try (Sink sink = open("interval: 10s")) {
                sink.write(Records.batch(life * 30 + 1, life * 30 + 30));
            }
        }
        try (Sink sink = open("interval: 10s")) {
            sink.flush();
        }
        // 45 s from half past on: the rest of one interval of ten seconds, and four more.
        assertThat(files.jsonKeys())
                .containsExactly(
                        "memory/1",
                        "processor/1",
                        "memory/20",
                        "processor/20",
                        "memory/40",
                        "processor/40",
                        "memory/60",
                        "processor/60",
                        "memory/80",
                        "processor/80");
    }

    @Test
    void finishesYesterdaysFileWhenNothingComesAnyMore() throws IOException {
        long now = Records.BEGIN + DAY;
        try (Sink sink = open("interval: 0")) {
            number(sink, 1, 3);
        }
        try (Sink sink = open("interval: 0")) {
            for (long second = 0; second < 60; second++) {
                assertThat(files.finished()).isEmpty();
                sink.tick(now + second * Records.SECOND);
            }
            sink.tick(now + 60 * Records.SECOND);
            sink.tick(now + 61 * Records.SECOND);
        }
        assertThat(recordsOfEach()).containsExactly(3);
    }

    @Test
    void finishesNoFileByTimeWhileOldRecordsAreRead() throws IOException {
        long now = Records.BEGIN + DAY;
        try (Sink sink = open("interval: 0")) {
            for (long second = 1; second <= 200; second++) {
                number(sink, second, second);
                sink.tick(now + second * Records.SECOND);
            }
            assertThat(files.finished()).isEmpty();
        }
    }

    @Test
    void cutsOffWhatACrashHasLeftInTheMiddleOfAWrite() throws IOException {
        open("interval: 0").write(Records.batch(1, 5));
        Files.writeString(part(), "{\"stream\":\"memo", StandardOpenOption.APPEND);
        try (Sink sink = open("interval: 0")) {
            sink.write(Records.batch(4, 10));
            sink.flush();
        }
        assertThat(files.jsonKeys()).hasSize(20).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"true,gz", "gzip,gz", "zstd,zst"})
    void finishesAgainWhatWasCompressedHalf(String compress, String suffix) throws IOException {
        String options = "interval: 0, compress: " + compress;
        open(options).write(Records.batch(1, 5));
        Files.writeString(surroundings.exports().resolve("monitoring_20250103.ndjson." + suffix + ".tmp"), "half");
        try (Sink sink = open(options)) {
            sink.flush();
        }
        assertThat(files.names()).containsExactly("monitoring_20250103.ndjson." + suffix);
        assertThat(files.jsonKeys()).hasSize(10);
        assertThat(surroundings.exports()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void goesOnInAnotherFormWithoutTakingANameTwice() throws IOException {
        long from = 1;
        for (String compress : List.of("none", "gzip", "zstd", "none")) {
            try (Sink sink = open("interval: 0, compress: " + compress)) {
                sink.write(Records.batch(from, from + 9));
                sink.flush();
            }
            from += 10;
        }
        assertThat(files.names())
                .containsExactly(
                        "monitoring_20250103.ndjson",
                        "monitoring_20250103_2.ndjson.gz",
                        "monitoring_20250103_3.ndjson.zst",
                        "monitoring_20250103_4.ndjson");
        assertThat(files.jsonKeys()).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void finishesInTheNewFormWhatACrashLeftHalfCompressedInTheOld() throws IOException {
        open("interval: 0, compress: gzip").write(Records.batch(1, 5));
        Files.writeString(surroundings.exports().resolve("monitoring_20250103.ndjson.gz.tmp"), "half");
        try (Sink sink = open("interval: 0, compress: zstd")) {
            sink.flush();
        }
        assertThat(files.names()).containsExactly("monitoring_20250103.ndjson.zst");
        assertThat(files.jsonKeys()).hasSize(10);
        assertThat(surroundings.exports()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void knowsAFileThatWasFinishedJustBeforeACrash() throws IOException {
        open("interval: 0").write(Records.batch(1, 5));
        Files.move(part(), surroundings.exports().resolve("monitoring_20250103.ndjson"));
        try (Sink sink = open("interval: 0")) {
            sink.write(Records.batch(1, 6));
            sink.flush();
        }
        assertThat(recordsOfEach()).containsExactly(10, 2);
    }

    @Test
    void removesAPartOfWhichNothingCounts() throws IOException {
        open("interval: 0").write(Records.batch(1, 1));
        Path memory = surroundings.memory().resolve("files.json");
        Files.writeString(memory, Files.readString(memory).replaceAll("\"(length|records)\":\\d+", "\"$1\":0"));
        Files.writeString(memory, Files.readString(memory).replaceAll("\"seen\":\\{[^}]*\\}", "\"seen\":{}"));
        try (Sink sink = open("interval: 0")) {
            sink.write(Records.batch(1, 2));
            sink.flush();
        }
        assertThat(files.jsonKeys()).hasSize(4).doesNotHaveDuplicates();
        assertThat(surroundings.exports()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void beginsAnewWhenSomebodyRemovedWhatItWasWriting() throws IOException {
        open("interval: 0").write(Records.batch(1, 5));
        Files.delete(part());
        try (Sink sink = open("interval: 0")) {
            sink.write(Records.batch(6, 7));
            sink.flush();
        }
        assertThat(files.jsonKeys()).hasSize(4);
    }

    @Test
    void saysThatItsDirectoryWasRemovedAndGoesOnWithANewOne() throws IOException {
        try (Sink sink = open("interval: 0")) {
            sink.write(Records.batch(1, 5));
            try (Stream<Path> all = Files.walk(surroundings.exports())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            SinkOutcome told = sink.write(Records.batch(6, 10));
            assertThat(told).isInstanceOf(SinkOutcome.TryAgain.class);
            assertThat(((SinkOutcome.TryAgain) told).reason())
                    .contains("monitoring_20250103.ndjson.part is gone while it is written");
            assertThat(sink.write(Records.batch(6, 10))).isEqualTo(SinkOutcome.WRITTEN);
            sink.flush();
        }
        assertThat(files.names()).containsExactly("monitoring_20250103_2.ndjson");
        assertThat(files.jsonKeys()).hasSize(10).doesNotHaveDuplicates().contains("memory/6", "processor/10");
    }

    @Test
    void saysWhatToDoAboutADamagedMemory() throws IOException {
        open("interval: 0").write(Records.batch(1, 5));
        Files.writeString(surroundings.memory().resolve("files.json"), "{\"seen\":3}");
        SinkOutcome outcome = open("interval: 0").write(Records.batch(6, 7));
        assertThat(outcome).isInstanceOfSatisfying(SinkOutcome.TryAgain.class, again -> assertThat(again.reason())
                .contains("is damaged: remove it"));
    }

    @Test
    void readsItsOptions() {
        assertThat(FileOptions.read(Options.load("").root()))
                .isEqualTo(FileOptions.USUAL)
                .satisfies(usual -> {
                    assertThat(usual.interval()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(usual.maxFiles()).isEqualTo(100);
                });
        assertThat(Options.problems("zone: Nowhere, max_files: 0", new JsonSinkType()))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("zone: 'Nowhere' is no time zone"),
                        line -> assertThat(line).contains("max_files"));
    }
}
