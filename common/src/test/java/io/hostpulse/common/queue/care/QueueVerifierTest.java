package io.hostpulse.common.queue.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(9) // Chronicle would wait for 10 seconds at some of these.
class QueueVerifierTest {

    private static final String THIRD = "20250103-101532T.cq4";
    private static final String FOURTH = "20250103-101533T.cq4";
    private static final String FIFTH = "20250103-101534T.cq4";
    private static final String NEWEST = "20250103-101535T.cq4";

    @TempDir
    private Path root;

    private DamagedQueue damage;

    @BeforeEach
    void write() {
        damage = new DamagedQueue(root);
    }

    @Test
    void countsWhatIsThere() {
        QueueReport report = damage.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.records()).isEqualTo(60);
        assertThat(report.lost()).isZero();
        assertThat(report.files()).hasSize(6);
        assertThat(report.oldest().orElseThrow().firstSequence()).isEqualTo(1);
        assertThat(report.newest().orElseThrow().lastSequence()).isEqualTo(60);
        assertThat(report.newest().orElseThrow().lastTime())
                .isEqualTo(damage.queue().now() - Duration.ofMillis(100).toNanos());
    }

    @Test
    void findsNothingWrongWithALiveQueue() {
        try (SnapshotAppender appender = damage.queue().appender()) {
            for (int i = 0; i < 30; i++) {
                damage.queue().append(appender);
                damage.queue().step(Duration.ofMillis(400));
                assertThat(damage.verify().findings()).isEmpty();
            }
        }
    }

    @Test
    void findsNothingWrongWithAQueueThatWasNeverWrittenTo() throws IOException {
        DamagedQueue fresh = new DamagedQueue(Files.createDirectory(root.resolve("fresh")), 0);
        assertThat(fresh.verify().findings()).isEmpty();
        assertThat(fresh.verify().oldest()).isEmpty();
    }

    @Test
    void findsNothingWrongAfterRetention() throws IOException {
        Files.delete(damage.file(0));
        QueueReport report = damage.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.oldest().orElseThrow().firstSequence()).isEqualTo(11);
    }

    @Test
    void changesNoByte() throws IOException {
        damage.flipInPayload(damage.file(2), 25);
        String before = damage.listing();
        damage.verify();
        assertThat(damage.listing()).isEqualTo(before);
    }

    @Test
    void findsAFlippedByte() throws IOException {
        damage.flipInPayload(damage.file(2), 25);
        assertThat(only(damage.verify()))
                .isEqualTo(Finding.loss(
                        THIRD,
                        new Gap(25, 25),
                        "damaged at byte 524736: record 25 has a wrong checksum: its bytes changed after they were written",
                        Remedy.REWRITE));
    }

    @Test
    void findsWholeRecordsBehindAWrongLength() throws IOException {
        damage.flipInLength(damage.file(2), 25, 64);
        QueueReport report = damage.verify();
        assertThat(report.records()).isEqualTo(60);
        assertThat(only(report).what()).contains("record says 8 bytes of payload, but 72 are there");
    }

    @Test
    void findsWholeRecordsBehindAnImpossibleLength() throws IOException {
        damage.flip(damage.file(2), damage.documentOf(damage.file(2), 25) + 3, 0x3f);
        assertThat(damage.verify().records()).isEqualTo(60);
        assertThat(only(damage.verify()).what()).contains("an impossible length");
    }

    @Test
    void findsWholeRecordsBehindABlankedLength() throws IOException {
        damage.blank(damage.file(2), damage.documentOf(damage.file(2), 25), 4);
        assertThat(damage.verify().records()).isEqualTo(60);
        assertThat(only(damage.verify()).what()).contains("nothing can be read where records were written");
    }

    @Test
    void findsRecordsThatAreMarkedAsUnfinishedOrAsIndex() throws IOException {
        int length = damage.documentOf(damage.file(2), 25);
        damage.flip(damage.file(2), length + 3, 0x80);
        assertThat(damage.verify().records()).isEqualTo(60);
        assertThat(only(damage.verify()).what()).contains("nothing can be read where records were written");
        damage.flip(damage.file(2), length + 3, 0xc0);
        assertThat(damage.verify().records()).isEqualTo(60);
        assertThat(only(damage.verify()).what()).contains("a record that is marked as part of the index");
    }

    @Test
    void findsAnIndexThatLeadsElsewhere() throws IOException {
        damage.misleadIndex(damage.file(2), 21);
        assertThat(only(damage.verify()))
                .isEqualTo(Finding.problem(THIRD, "the index of record 28 leads to record 29", Remedy.REWRITE));
    }

    @Test
    void findsATruncatedNewestFileAndKnowsHowManyRecordsItHad() throws IOException {
        damage.truncate(damage.file(5), damage.placeOf(damage.file(5), 55) + 3);
        QueueReport report = damage.verify();
        assertThat(report.records()).isEqualTo(54);
        assertThat(report.lost()).isEqualTo(6);
        assertThat(report.findings())
                .extracting(Finding::lost)
                .containsExactly(Optional.empty(), Optional.of(new Gap(55, 60)));
        assertThat(report.findings()).extracting(Finding::file).containsOnly(NEWEST);
    }

    @Test
    void findsATruncatedMiddleFile() throws IOException {
        damage.truncate(damage.file(2), damage.placeOf(damage.file(2), 25) + 3);
        QueueReport report = damage.verify();
        assertThat(report.lost()).isEqualTo(6);
        assertThat(report.findings()).extracting(Finding::file).containsExactly(THIRD, FOURTH);
        assertThat(report.findings()).extracting(Finding::remedy).containsExactly(Remedy.REWRITE, Remedy.NOTE_LOSS);
    }

    @Test
    void notesAMissingEndMark() throws IOException {
        damage.blank(damage.file(2), damage.placeOf(damage.file(2), 30) + 8, 4);
        assertThat(only(damage.verify())).isEqualTo(Finding.note(THIRD, "has no end mark"));
        assertThat(damage.verify().isClean()).isTrue();
    }

    @Test
    void findsADeletedMiddleFile() throws IOException {
        Files.delete(damage.file(2));
        assertThat(only(damage.verify()))
                .isEqualTo(Finding.loss(
                        FOURTH, new Gap(21, 30), "records are missing before this file", Remedy.NOTE_LOSS));
    }

    @Test
    void findsADeletedNewestFile() throws IOException {
        Files.delete(damage.file(5));
        assertThat(only(damage.verify()))
                .isEqualTo(Finding.loss(FIFTH, new Gap(51, 60), "the newest records are gone", Remedy.NOTE_LOSS));
    }

    @Test
    void knowsFromConsumersHowFarTheStreamHadCome() throws IOException {
        Path cursor = damage.queue().place().cursors().resolve("broker").resolve("memory.cursor");
        CursorFile.open(cursor).moveTo(new Position(60, 1));
        Files.delete(damage.file(5));
        Files.delete(damage.directory().resolve("writer.position"));
        assertThat(only(damage.verify()).lost()).contains(new Gap(51, 60));
    }

    @Test
    void findsAFileThatHasNothingOrNonsenseInIt() throws IOException {
        damage.truncate(damage.file(2), 0);
        assertThat(damage.verify().findings().get(0).what())
                .endsWith("does not begin as a queue's file; it is 0 bytes long");
        damage.fillWithGarbage(damage.file(2), 100_000);
        QueueReport report = damage.verify();
        assertThat(report.records()).isEqualTo(50);
        assertThat(report.lost()).isEqualTo(10);
        assertThat(report.findings().get(0).remedy()).isEqualTo(Remedy.SET_ASIDE);
    }

    @Test
    void findsRecordsInAFileWhoseBeginningIsDamaged() throws IOException {
        damage.flip(damage.file(2), 6, 0xff);
        QueueReport report = damage.verify();
        assertThat(report.records()).isEqualTo(60);
        assertThat(only(report).remedy()).isEqualTo(Remedy.REWRITE);
    }

    @Test
    void findsBrokenMetadata() throws IOException {
        damage.truncate(damage.metadata(), 700);
        assertThat(only(damage.verify()).what()).isEqualTo("was cut to 700 bytes");
        damage.truncate(damage.metadata(), 100);
        assertThat(only(damage.verify()).what()).isEqualTo("was cut to 100 bytes");
        damage.fillWithGarbage(damage.metadata(), 5000);
        assertThat(only(damage.verify()).what()).startsWith("was cut to 5000 bytes");
        Files.delete(damage.metadata());
        assertThat(only(damage.verify())).isEqualTo(Finding.problem("metadata.cq4t", "is missing", Remedy.REBUILD));
    }

    @Test
    void findsAFileFromTheFuture() throws IOException {
        damage.sendToTheFuture(damage.file(5));
        QueueReport report = damage.verify();
        assertThat(report.records()).isEqualTo(60);
        assertThat(only(report).remedy()).isEqualTo(Remedy.MOVE_RECORDS);
    }

    @Test
    void findsForeignFiles() throws IOException {
        Files.writeString(damage.directory().resolve("old.cq4"), "x");
        Files.writeString(damage.directory().resolve("notes"), "x");
        assertThat(damage.verify().findings())
                .extracting(Finding::file, Finding::severity)
                .containsExactlyInAnyOrder(tuple("old.cq4", Severity.PROBLEM), tuple("notes", Severity.NOTE));
    }

    @Test
    void findsNumbersThatWereUsedTwice() throws IOException {
        Files.copy(damage.file(3), damage.directory().resolve("20250103-101538T.cq4"));
        assertThat(damage.verify().findings())
                .anySatisfy(found -> assertThat(found.what()).startsWith("the numbers go back from 60 to 31"));
    }

    private static Finding only(QueueReport report) {
        assertThat(report.findings()).hasSize(1);
        return report.findings().get(0);
    }
}
