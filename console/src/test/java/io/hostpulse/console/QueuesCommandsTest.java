package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.console.fixture.DataFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuesCommandsTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;

    @BeforeEach
    void writeThreeFiles() throws IOException {
        console = new ConsoleFixture(root);
        for (int hour = 0; hour < 3; hour++) {
            console.data.write("memory", 4);
            console.data.step(Duration.ofHours(1));
        }
    }

    @Test
    void listsTheQueuesUnderTwoNames() {
        assertThat(console.run("queues")).isZero();
        String table = console.out();
        assertThat(console.run("queues", "list")).isZero();
        assertThat(console.out()).isEqualTo(table + table).contains("memory");
    }

    @Test
    void verifiesEveryStream() {
        console.data.write("disk", 2);
        assertThat(console.run("queues", "verify")).isZero();
        assertThat(console.out().lines()).hasSize(3).anySatisfy(line -> assertThat(line)
                .matches("memory +3 +\\d\\.\\d MB +12 +1 +12 +2025-01-03T10:15:30.000000Z"
                        + " +2025-01-03T12:15:35.500000Z +0 +fine"));
        assertThat(console.err()).as("no terminal, no progress").isEmpty();
    }

    @Test
    void verifiesALiveStreamForAProgram() {
        try (SnapshotAppender appender = console.data.appender("memory")) {
            console.data.append(appender, DataFixture.number(13));
            assertThat(console.run("queues", "verify", "memory", "--json")).isZero();
        }
        assertThat(console.out())
                .startsWith("{\"clean\":true,\"streams\":[{\"name\":\"memory\",\"clean\":true,\"files\":4,")
                .contains("\"records\":13,\"records_lost\":0,\"first_sequence\":1,")
                .endsWith("\"findings\":[]}]}\n");
    }

    @Test
    void endsWithOneAndSaysWhatIsWrongAndWhatARepairWouldDo() throws IOException {
        damage(6);
        assertThat(console.run("queues", "verify")).isEqualTo(1);
        assertThat(console.out())
                .contains(" 1  1 problem\n")
                .containsPattern(
                        "\n\nmemory: 20250103-11F.cq4: record 6 lost: damaged at byte \\d+: record 6 has a wrong"
                                + " checksum: its bytes changed after they were written"
                                + " \\(repair writes its whole records into a new file\\)\n$");
        assertThat(console.run("queues", "verify", "--json")).isEqualTo(1);
        assertThat(console.out()).contains("\"remedy\":\"rewrite\",\"lost_first\":6,\"lost_last\":6}]}]}\n");
    }

    @Test
    void repairsWhatIsWrong() throws IOException {
        damage(6);
        assertThat(console.run("queues", "repair", "--dry-run")).isZero();
        assertThat(console.out()).contains("repair writes its whole records into a new file");
        assertThat(console.run("queues", "verify")).isEqualTo(1);
        assertThat(console.run("queues", "repair")).isZero();
        assertThat(console.out())
                .contains(
                        "memory: 20250103-11F.cq4: 3 whole records written into a new file, the old one is in quarantine\n")
                .contains("memory: record 6: lost; noted in losses.txt\n");
        assertThat(console.run("queues", "verify")).isZero();
        assertThat(console.out())
                .endsWith("memory: 20250103-11F.cq4: record 6 lost: records are missing inside this file,"
                        + " as noted by a repair\n");
    }

    @Test
    void repairsTheOthersWhenOneWriterLives() throws IOException {
        console.data.write("disk", 2);
        damage(6);
        Files.delete(console.data.data().queues().resolve("disk").resolve("metadata.cq4t"));
        try (SnapshotAppender appender = console.data.appender("memory")) {
            assertThat(appender.lastSequence()).isEqualTo(12);
            assertThat(console.run("queues", "repair")).isEqualTo(1);
        }
        assertThat(console.err()).contains("already has a writer (collector-memory, pid ");
        assertThat(console.out()).contains("disk ").doesNotContain("memory ");
        assertThat(console.run("queues", "verify", "disk")).isZero();
    }

    @Test
    void showsWhichFilesCouldGo() throws IOException {
        console.data.consumer("broker", "memory", 12);
        console.data.consumer("csv", "memory", 7);
        assertThat(console.run("queues", "prune", "--dry-run", "--older-than", "30m"))
                .isZero();
        assertThat(console.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("STREAM  FILE "),
                        first -> assertThat(first).matches("memory +20250103-10F.cq4 .* 4 +\\d\\.\\d MB +- +yes"),
                        second -> assertThat(second).matches("memory +20250103-11F.cq4 .* +csv +no"),
                        third -> assertThat(third).matches("memory +20250103-12F.cq4 .* +csv +no: the newest"),
                        last -> assertThat(last).matches("1 file could go, \\d\\.\\d MB"));
        assertThat(files()).hasSize(3);
    }

    @Test
    void removesWhatCanGoOnlyWhenToldHowOld() throws IOException {
        assertThat(console.run("queues", "prune")).isEqualTo(2);
        assertThat(console.err()).startsWith("say how old with --older-than");
        assertThat(console.run("queues", "prune", "--older-than", "100m")).isZero();
        assertThat(console.out()).contains("removed ").contains("1 file removed");
        assertThat(files()).containsExactly("20250103-11F.cq4", "20250103-12F.cq4");
        assertThat(console.run("queues", "verify")).isZero();
    }

    @Test
    void exportsTheSameLinesAsTail() {
        assertThat(console.run("tail", "memory", "-n", "100", "--json")).isZero();
        String tailed = console.out();
        assertThat(console.run("queues", "export", "memory")).isZero();
        assertThat(console.out()).isEqualTo(tailed + tailed);
        assertThat(tailed.lines()).hasSize(12);
        assertThat(console.err()).isEqualTo("memory: 12 records written, none missing\n");
    }

    @Test
    void exportsAPartIntoAFile() throws IOException {
        Files.writeString(root.resolve("part.ndjson"), "old");
        int code = console.run(
                "queues",
                "export",
                "memory",
                "--from",
                "2025-01-03T10:15:31Z",
                "--to",
                "2025-01-03T11:15:33Z",
                "--output",
                "part.ndjson");
        assertThat(code).isZero();
        assertThat(Files.readAllLines(root.resolve("part.ndjson")))
                .extracting(line -> line.replaceFirst(".*\"sequence\":(\\d+),.*", "$1"))
                .containsExactly("3", "4", "5", "6");
        assertThat(console.out()).isEmpty();
        assertThat(root.resolve("part.ndjson.tmp")).doesNotExist();
    }

    @Test
    void exportsIntoADeviceWithoutReplacingIt() {
        assertThat(console.run("queues", "export", "memory", "--output", "/dev/null"))
                .isZero();
        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void countsWhatIsMissingInAnExport() throws IOException {
        damage(6);
        assertThat(console.run("queues", "export", "memory")).isZero();
        assertThat(console.out().lines()).hasSize(11);
        assertThat(console.err().lines())
                .anySatisfy(line -> assertThat(line).contains("damage in 20250103-11F.cq4"))
                .anySatisfy(line -> assertThat(line).isEqualTo("memory: record 6 missing (1)"))
                .last()
                .asString()
                .isEqualTo("memory: 11 records written, 1 missing");
    }

    @Test
    void guessesTheStreamThatWasMeant() {
        for (List<String> command :
                List.of(List.of("verify"), List.of("repair"), List.of("prune", "--dry-run"), List.of("export"))) {
            String[] args = Stream.concat(Stream.concat(Stream.of("queues"), command.stream()), Stream.of("memroy"))
                    .toArray(String[]::new);
            assertThat(console.run(args)).isEqualTo(1);
        }
        assertThat(console.err().lines()).hasSize(4).allSatisfy(line -> assertThat(line)
                .contains("did you mean 'memory'?"));
    }

    private Path directory() {
        return console.data.data().queues().resolve("memory");
    }

    private void damage(int record) throws IOException {
        Path file = directory().resolve("20250103-11F.cq4");
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("{\"n\":" + record + "}");
        bytes[at + 2] ^= 1;
        Files.write(file, bytes);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> children = Files.list(directory())) {
            return children.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cq4"))
                    .sorted()
                    .toList();
        }
    }
}
