package io.hostpulse.common.queue.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueFixture;
import io.hostpulse.common.queue.QueueFixture.Seen;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.WriterPresentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class QueueRepairTest {

    @TempDir
    private Path root;

    private DamagedQueue damage;

    @BeforeEach
    void write() {
        damage = new DamagedQueue(root);
    }

    @Test
    void leavesASoundQueueAlone() throws IOException {
        String before = damage.listing();
        assertThat(damage.repair().steps()).isEmpty();
        assertThat(damage.listing()).isEqualTo(before);
    }

    @Test
    void refusesWhileTheWriterLives() throws IOException {
        damage.flipInPayload(damage.file(2), 25);
        try (SnapshotAppender writer = damage.queue().appender()) {
            assertThat(writer.lastSequence()).isEqualTo(60);
            assertThatThrownBy(damage::repair)
                    .isInstanceOf(WriterPresentException.class)
                    .hasMessageContaining("collector-memory, pid");
        }
    }

    @Test
    void givesUpOnlyTheFlippedRecordAndKeepsTheOldFile() throws IOException {
        Path file = damage.file(2);
        damage.flipInPayload(file, 25);
        byte[] damaged = Files.readAllBytes(file);
        RepairResult result = damage.repair();
        assertThat(result.steps())
                .containsExactly(
                        "20250103-101532T.cq4: 9 whole records written into a new file, the old one is in quarantine",
                        "record 25: lost; noted in losses.txt");
        assertThat(result.after().isClean()).isTrue();
        assertThat(result.after().lost()).isEqualTo(1);
        assertThat(quarantine()).containsExactly("20250103-101532T.cq4");
        assertThat(damage.directory().resolve("quarantine").resolve("20250103-101532T.cq4"))
                .hasBinaryContent(damaged);
        assertGoesOn(records(25));
    }

    @Test
    void losesNothingWhenOnlyWordsBetweenRecordsAreDamaged() throws IOException {
        damage.flipInLength(damage.file(1), 15, 64);
        damage.flip(damage.file(2), damage.documentOf(damage.file(2), 25) + 3, 0x3f);
        damage.blank(damage.file(3), damage.documentOf(damage.file(3), 35), 4);
        damage.flip(damage.file(4), damage.documentOf(damage.file(4), 45) + 3, 0x80);
        damage.flip(damage.file(5), damage.documentOf(damage.file(5), 55) + 3, 0x40);
        RepairResult result = damage.repair();
        assertThat(result.after().findings()).isEmpty();
        assertThat(quarantine()).hasSize(5);
        assertGoesOn(records());
    }

    @Test
    void makesTheIndexAnew() throws IOException {
        damage.misleadIndex(damage.file(2), 21);
        assertThat(damage.repair().after().findings()).isEmpty();
        assertGoesOn(records());
    }

    @Test
    void savesWhatIsLeftOfATruncatedMiddleFile() throws IOException {
        damage.truncate(damage.file(2), damage.placeOf(damage.file(2), 25) + 3);
        RepairResult result = damage.repair();
        assertThat(result.after().isClean()).isTrue();
        assertThat(result.after().lost()).isEqualTo(6);
        assertGoesOn(records(25, 26, 27, 28, 29, 30));
    }

    @Test
    void savesWhatIsLeftOfATruncatedNewestFileAndGivesNoNumberTwice() throws IOException {
        damage.truncate(damage.file(5), damage.placeOf(damage.file(5), 58) + 3);
        RepairResult result = damage.repair();
        assertThat(result.after().isClean()).isTrue();
        assertThat(result.steps()).contains("records 58 to 60: lost; noted in losses.txt");
        assertGoesOn(records(58, 59, 60));
    }

    @Test
    void savesRecordsOfAFileWhoseBeginningIsDamaged() throws IOException {
        damage.flip(damage.file(2), 6, 0xff);
        assertThat(damage.repair().after().findings()).isEmpty();
        assertGoesOn(records());
    }

    @Test
    void setsAsideWhatHoldsNothing() throws IOException {
        damage.truncate(damage.file(1), 0);
        damage.fillWithGarbage(damage.file(3), 100_000);
        RepairResult result = damage.repair();
        assertThat(result.after().isClean()).isTrue();
        assertThat(result.after().lost()).isEqualTo(20);
        assertThat(quarantine()).containsExactly("20250103-101531T.cq4", "20250103-101533T.cq4");
    }

    @Test
    void acceptsThatFilesWereDeleted() throws IOException {
        Files.delete(damage.file(5));
        Files.delete(damage.file(2));
        RepairResult result = damage.repair();
        assertThat(result.after().isClean()).isTrue();
        assertThat(result.after().lost()).isEqualTo(20);
        damage.write(5);
        assertThat(damage.verify().isClean()).isTrue();
        assertThat(damage.verify().newest().orElseThrow().lastSequence()).isEqualTo(65);
    }

    @Test
    void makesMetadataAnew() throws IOException {
        damage.fillWithGarbage(damage.metadata(), 5000);
        assertThat(damage.repair().after().findings()).isEmpty();
        assertThat(quarantine()).containsExactly("metadata.cq4t");
        Files.delete(damage.metadata());
        assertThat(damage.repair().after().findings()).isEmpty();
        assertGoesOn(records());
    }

    @Test
    void bringsRecordsBackFromTheFuture() throws IOException {
        damage.sendToTheFuture(damage.file(5));
        RepairResult result = damage.repair();
        assertThat(result.after().findings()).isEmpty();
        assertThat(quarantine()).contains("20250103-201530T.cq4");
        assertGoesOn(records());
    }

    @Test
    void repairsSeveralThingsAtOnceAndNothingTheSecondTime() throws IOException {
        damage.flipInPayload(damage.file(0), 5);
        damage.truncate(damage.file(2), 100);
        damage.truncate(damage.metadata(), 100);
        damage.sendToTheFuture(damage.file(5));
        assertThat(damage.repair().after().isClean()).isTrue();
        String before = damage.listing();
        assertThat(damage.repair().steps()).isEmpty();
        assertThat(damage.listing()).isEqualTo(before);
    }

    @Test
    void goesOnAfterAnInterruption() throws IOException {
        damage.flipInPayload(damage.file(2), 25);
        Path scratch = Files.createDirectory(damage.directory().resolve("rewrite.tmp"));
        Files.copy(damage.file(1), scratch.resolve("20250103-101532T.cq4"));
        assertThat(damage.repair().after().isClean()).isTrue();
        assertThat(scratch).doesNotExist();
        assertGoesOn(records(25));
    }

    @Test
    void readersGoOnAtTheirNumberWhateverTheirPlaceHoldsNow() throws IOException {
        Position twentyFive = positionOf(27);
        damage.flipInPayload(damage.file(2), 22);
        damage.flipInPayload(damage.file(2), 24);
        damage.repair();
        try (SnapshotTail tail = damage.queue().tailAfter(twentyFive)) {
            Seen seen = Seen.allOf(tail);
            assertThat(seen.sequences)
                    .isEqualTo(LongStream.rangeClosed(28, 60).boxed().toList());
            assertThat(seen.gaps).isEmpty();
        }
    }

    @Test
    void aLiveReaderIsToldAndGoesOnInTheNewFile() throws IOException {
        Seen seen = new Seen();
        try (SnapshotTail tail = damage.queue().tail()) {
            seen.readAll(tail);
            damage.flipInPayload(damage.file(5), 55);
            damage.repair();
            damage.write(3);
            while (tail.inspect(seen)) {
                seen.readAll(tail);
            }
        }
        assertThat(seen.sequences)
                .isEqualTo(LongStream.rangeClosed(1, 63).boxed().toList());
    }

    private Position positionOf(int record) {
        try (SnapshotTail tail = damage.queue().tail()) {
            Seen seen = new Seen();
            for (int i = 0; i < record; i++) {
                tail.poll(seen);
            }
            return tail.delivered();
        }
    }

    /** A writer goes on behind everything there ever was, and a reader finds all that is left and nothing twice. */
    private void assertGoesOn(List<Long> left) {
        damage.write(1);
        try (SnapshotTail tail = damage.queue().tail()) {
            Seen seen = Seen.allOf(tail);
            assertThat(seen.sequences).endsWith(61L).startsWith(left.toArray(Long[]::new));
            assertThat(seen.sequences).hasSize(left.size() + 1);
            assertThat(seen.damages).isEmpty();
            assertThat(seen.gaps.stream().mapToLong(Gap::count).sum()).isEqualTo(60 - left.size());
        }
        assertThat(damage.verify().isClean()).isTrue();
        assertThat(damage.queue().now()).isGreaterThan(QueueFixture.SECOND);
    }

    private static List<Long> records(long... without) {
        return LongStream.rangeClosed(1, 60)
                .filter(number -> LongStream.of(without).noneMatch(gone -> gone == number))
                .boxed()
                .toList();
    }

    private List<String> quarantine() throws IOException {
        try (Stream<Path> files = Files.list(damage.directory().resolve("quarantine"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
