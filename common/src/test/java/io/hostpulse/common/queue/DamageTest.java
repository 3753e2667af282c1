package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.queue.QueueFixture.Seen;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can happen to files: it is told, reading goes on behind it, and a writer can go on. */
class DamageTest {

    @TempDir
    Path root;

    private QueueFixture stream;

    @BeforeEach
    void writeTwentyRecordsIntoTenFiles() {
        stream = new QueueFixture(root);
        try (SnapshotAppender appender = stream.appender()) {
            for (int i = 0; i < 20; i++) {
                stream.append(appender);
                stream.step(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void aFlippedByteCostsItsRecordOnly() throws IOException {
        flip(file(3), "{\"n\":7}");
        Seen seen = readAll();
        assertThat(seen.sequences).doesNotContain(7L).hasSize(19);
        assertThat(seen.gaps).containsExactly(new Gap(7, 7));
        assertThat(seen.damages).hasSize(1);
        assertThat(seen.damages.get(0).file()).isEqualTo(file(3).getFileName().toString());
        assertThat(seen.damages.get(0).reason()).contains("wrong checksum");
    }

    @Test
    void aFlippedByteInTheNewestFileCostsItsRecordOnlyAlsoAfterTheNextStart() throws IOException {
        flip(file(9), "{\"n\":19}");
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(21);
        }
        Seen seen = readAll();
        assertThat(seen.sequences).doesNotContain(19L).endsWith(18L, 20L, 21L);
        assertThat(seen.gaps).containsExactly(new Gap(19, 19));
        assertThat(quarantine()).as("the file is still good to write to").isEmpty();
    }

    @Test
    void aBrokenLengthIsPassedOver() throws IOException {
        overwrite(file(3), offsetOf(file(3), "HPLS") - DocumentHeader.LENGTH, 0x0123_4567);
        Seen seen = readAll();
        assertThat(seen.gaps).containsExactly(new Gap(7, 7));
        assertThat(seen.sequences).hasSize(19);
    }

    @Test
    void aTruncatedMiddleFileCostsWhatWasCutOff() throws IOException {
        truncate(file(3), offsetOf(file(3), "{\"n\":8}"));
        Seen seen = readAll();
        assertThat(seen.gaps).containsExactly(new Gap(8, 8));
        assertThat(seen.damages).hasSize(1);
    }

    @Test
    void numbersThatWereCutOffAreNeverGivenAgain() throws IOException {
        truncate(file(9), offsetOf(file(9), "{\"n\":19}"));
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(21);
        }
        Seen seen = readAll();
        assertThat(seen.sequences).endsWith(18L, 21L);
        assertThat(seen.gaps).containsExactly(new Gap(19, 20));
    }

    @Test
    void numbersThatWereCutOffAreNeverGivenAgainHoweverManyRecordsAreWrittenAgain() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            for (int i = 0; i < 8; i++) {
                stream.append(appender); // 21 to 28, all in one file
            }
        }
        truncate(file(10), offsetOf(file(10), "{\"n\":26}"));
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(29);
        }
        assertThat(readAll().gaps).containsExactly(new Gap(26, 28));
    }

    @Test
    void aDeletedMiddleFileIsMissed() throws IOException {
        Files.delete(file(4));
        assertThat(readAll().gaps).containsExactly(new Gap(9, 10));
    }

    @Test
    void aFileOfNothingIsMissed() throws IOException {
        truncate(file(4), 0);
        assertThat(readAll().gaps).containsExactly(new Gap(9, 10));
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(21);
        }
        assertThat(readAll().gaps).containsExactly(new Gap(9, 10));
    }

    @Test
    void anInterruptedCreationOfTheNewestFileIsForgotten() throws IOException {
        stream.step(Duration.ofSeconds(1));
        String name = DateTimeFormatter.ofPattern(TestRollCycles.TEST_SECONDLY.format())
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochSecond(stream.now() / QueueFixture.SECOND));
        Path next = stream.directory().resolve(name + ".cq4");
        Files.write(next, new byte[1 << 20]);
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(21);
        }
        assertThat(readAll().gaps).isEmpty();
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void garbageMetadataIsSetAside() throws IOException {
        Path metadata = stream.directory().resolve("metadata.cq4t");
        for (byte[] garbage :
                List.of(new byte[] {1, 2, 3}, "x".repeat(131_072).getBytes(StandardCharsets.US_ASCII), new byte[0])) {
            Files.write(metadata, garbage);
            try (SnapshotAppender appender = stream.appender()) {
                stream.append(appender);
            }
        }
        Files.delete(metadata);
        try (SnapshotAppender appender = stream.appender()) {
            stream.append(appender);
        }
        Seen seen = readAll();
        assertThat(seen.sequences).isEqualTo(range(1, 24));
        assertThat(seen.gaps).isEmpty();
        assertThat(quarantine()).hasSize(3);
    }

    @Test
    void recordsFromAClockThatWasWrongAreWrittenAgain() throws IOException {
        stream.setClock(Duration.ofDays(365));
        try (SnapshotAppender appender = stream.appender()) {
            stream.append(appender);
            stream.append(appender);
        }
        stream.setClock(Duration.ofDays(-365));
        try (SnapshotTail live = stream.tail();
                SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(23);
            Seen seen = Seen.allOf(live);
            assertThat(seen.sequences).isEqualTo(range(1, 23));
            assertThat(seen.gaps).isEmpty();
        }
        assertThat(quarantine()).hasSize(1);
    }

    @Test
    void aLiveReaderFollowsWhenItsFileIsReplaced() throws IOException {
        stream.setClock(Duration.ofDays(365));
        try (SnapshotAppender appender = stream.appender()) {
            stream.append(appender);
        }
        try (SnapshotTail live = stream.tail()) {
            Seen seen = Seen.allOf(live);
            stream.setClock(Duration.ofDays(-365));
            try (SnapshotAppender appender = stream.appender()) {
                stream.append(appender);
                live.inspect(seen);
                seen.readAll(live);
            }
            assertThat(seen.sequences).isEqualTo(range(1, 22));
            assertThat(seen.damages).hasSize(1);
        }
    }

    @Test
    void aLiveReaderFollowsAWriterThatJumpedAYearAhead() {
        try (SnapshotAppender appender = stream.appender();
                SnapshotTail live = stream.tail()) {
            Seen seen = Seen.allOf(live);
            for (Duration step :
                    List.of(Duration.ofDays(365), Duration.ofDays(-365), Duration.ofHours(1), Duration.ofHours(-1))) {
                stream.setClock(step);
                stream.append(appender);
                stream.step(Duration.ofSeconds(2));
                stream.append(appender);
                seen.readAll(live);
            }
            assertThat(seen.sequences).isEqualTo(range(1, 28));
            assertThat(readAll().sequences).isEqualTo(range(1, 28));
        }
    }

    @Test
    void aLiveReaderGoesOnWhenItsFileIsDeleted() throws IOException {
        try (SnapshotTail live = stream.tail()) {
            Seen seen = Seen.allOf(live);
            Files.delete(file(9));
            try (SnapshotAppender appender = stream.appender()) {
                stream.append(appender);
                live.inspect(seen);
                seen.readAll(live);
            }
            assertThat(seen.sequences).endsWith(20L, 21L);
            assertThat(seen.damages).hasSize(1);
        }
    }

    private Seen readAll() {
        try (SnapshotTail tail = stream.tail()) {
            return Seen.allOf(tail);
        }
    }

    private Path file(int number) throws IOException {
        try (Stream<Path> files = Files.list(stream.directory())) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList()
                    .get(number);
        }
    }

    private List<Path> quarantine() throws IOException {
        Path folder = stream.directory().resolve("quarantine");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long offsetOf(Path file, String text) throws IOException {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = content.indexOf(text);
        assertThat(at).as("'%s' in %s", text, file).isPositive();
        return at;
    }

    private static void flip(Path file, String text) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offsetOf(file, text) + 2);
            bytes.write('!');
        }
    }

    private static void overwrite(Path file, long offset, int word) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            bytes.writeInt(Integer.reverseBytes(word));
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
