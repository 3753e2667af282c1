package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.STREAM;
import static io.hostpulse.history.HistoryFixture.count;
import static io.hostpulse.history.HistoryFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.history.HistoryException.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {

    @TempDir
    Path directory;

    private HistoryFixture fixture;
    private HistoryFiles files;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(directory);
        files = new HistoryFiles(directory);
    }

    private void write(long first, long records) {
        try (HistoryWriter writer = fixture.writer()) {
            fixture.fill(writer, first, records, MINUTE);
        }
    }

    @Test
    void setsAFileAsideThatIsNoDatabaseAnyMoreAndBeginsANewOne() throws IOException {
        write(1, 200);
        byte[] damaged = Files.readAllBytes(files.database());
        Arrays.fill(damaged, 0, 100, (byte) 0x55);
        Files.write(files.database(), damaged);
        try (HistoryWriter writer = fixture.writer()) {
            Path aside = writer.setAside().orElseThrow();
            assertThat(aside.getFileName().toString()).startsWith("history.db.damaged-20260101T");
            assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
            assertThat(writer.position(STREAM)).isZero();
            writer.append(record(201, MIDNIGHT + 201 * MINUTE, 1));
            writer.commit();
        }
        assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + 24 * HOUR, 10).buckets()))
                .isEqualTo(1);
    }

    @Test
    void setsAFileAsideWhosePagesAreDamagedAfterAKill() throws IOException {
        write(1, 5000);
        try (RandomAccessFile file = new RandomAccessFile(files.database().toFile(), "rw")) {
            for (long page = 2; page < file.length() / 4096; page += 2) {
                file.seek(page * 4096);
                file.write(new byte[64]);
            }
        }
        // What is left of a writer that was killed.
        Files.write(files.log(), new byte[40]);
        try (HistoryWriter writer = fixture.writer()) {
            assertThat(writer.setAside()).isPresent();
        }
    }

    @Test
    void tellsDamageThatIsFoundWhileItIsWritten() throws IOException {
        write(1, 3000);
        try (HistoryWriter writer = fixture.writer()) {
            // Behind the back of the writer, which has read only some of its pages.
            try (RandomAccessFile file = new RandomAccessFile(files.database().toFile(), "rw")) {
                for (long page = 1; page < file.length() / 4096; page++) {
                    file.seek(page * 4096);
                    file.write(new byte[4096]);
                }
            }
            assertThatThrownBy(() -> fixture.fill(writer, 3001, 500, MINUTE))
                    .isInstanceOfSatisfying(
                            HistoryException.class, e -> assertThat(e.failure()).isEqualTo(Failure.DAMAGED));
        }
        try (HistoryWriter writer = fixture.writer()) {
            assertThat(writer.setAside()).isPresent();
        }
        assertThat(files.suspicion()).doesNotExist();
    }

    @Test
    void aSuspicionThatProvesWrongIsForgotten() throws IOException {
        write(1, 10);
        Files.createFile(files.suspicion());
        try (HistoryWriter writer = fixture.writer()) {
            assertThat(writer.setAside()).isEmpty();
            assertThat(writer.position(STREAM)).isEqualTo(10);
        }
        assertThat(files.suspicion()).doesNotExist();
    }

    @Test
    void bytesThatMakeNoSenseHoldUpNothing() {
        write(1, 65);
        Database database = Database.open(files.database(), false);
        database.execute(
                "update tail set data = x'07'",
                "update sample set data = x'ffff' where id = (select min(id) from sample)",
                "update block set timeline = x'ff' where id = (select max(id) from block)");
        database.close();
        write(66, 200);
        List<GapSpan> gaps = fixture.query(MIDNIGHT, MIDNIGHT + 4 * HOUR, 4).gaps();
        assertThat(gaps).anySatisfy(gap -> assertThat(gap.reason()).contains("a commit in the history makes no sense"));
        assertThat(count(fixture.query(MIDNIGHT + 2 * HOUR, MIDNIGHT + 3 * HOUR, 60)
                        .buckets()))
                .isEqualTo(60);
    }

    @Test
    void aBlockThatMakesNoSenseIsAGapInTheAnswerAndNoFailure() {
        write(1, 300);
        Database database = Database.open(files.database(), false);
        database.update("update sample set data = x'ffff' where id = (select min(id) from sample)");
        database.close();
        SeriesHistory answer = fixture.query(MIDNIGHT, MIDNIGHT + 4 * HOUR, 10_000);
        assertThat(count(answer.buckets())).isEqualTo(230);
        assertThat(answer.gaps()).hasSize(1);
        assertThat(answer.gaps().get(0).kind()).isEqualTo("damaged");
    }

    @Test
    void aReaderGoesOnWithTheNewDatabase() throws IOException {
        write(1, 10);
        try (HistoryReader reader = fixture.reader()) {
            assertThat(reader.streams()).containsExactly(STREAM);
            Files.write(files.database(), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17});
            try (HistoryWriter writer = fixture.writer()) {
                assertThat(writer.setAside()).isPresent();
                assertThat(reader.streams()).isEmpty();
            }
        }
    }

    @Test
    void refusesTheDatabaseOfAnotherProgramAndLeavesItAlone() {
        Database other = Database.open(directory.resolve("history.db"), false);
        other.execute("create table recipes (id integer)");
        other.close();
        assertThatThrownBy(() -> fixture.writer())
                .hasMessageContaining("another program")
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED));
        assertThatThrownBy(() -> fixture.reader()).hasMessageContaining("another program");
    }

    @Test
    void refusesANewerVersionAndLeavesItAlone() {
        write(1, 1);
        Database newer = Database.open(files.database(), false);
        newer.execute("pragma user_version = 99");
        newer.close();
        assertThatThrownBy(() -> fixture.writer())
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("has version 99");
    }

    @Test
    void refusesASecondWriterWhileTheFirstLives() {
        try (HistoryWriter first = fixture.writer()) {
            assertThatThrownBy(() -> fixture.writer())
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("has a writer already")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertThat(first.position(STREAM)).isZero();
        }
        write(1, 1);
    }

    @Test
    void aFullDiskLosesNothingThatWaits() {
        WritableStore store = WritableStore.open(files, fixture.now);
        try (HistoryWriter writer = new HistoryWriter(store, HistorySettings.DEFAULTS, () -> fixture.now)) {
            fixture.fill(writer, 1, 100, MINUTE);
            long pages = store.database().number("pragma page_count").orElseThrow();
            store.database().execute("pragma max_page_count = " + (pages + 1));
            assertThatThrownBy(() -> fixture.fill(writer, 101, 5000, MINUTE))
                    .isInstanceOfSatisfying(HistoryException.class, e -> {
                        assertThat(e.failure()).isEqualTo(Failure.DISK_FULL);
                        assertThat(e.failure().mayPass()).isTrue();
                        assertThat(e).hasMessageContaining("the disk is full");
                    });
            long committed = writer.position(STREAM);
            long waiting = writer.pending();
            store.database().execute("pragma max_page_count = 1000000");
            writer.commit();
            assertThat(writer.position(STREAM)).isEqualTo(committed + waiting);
            fixture.fill(writer, writer.position(STREAM) + 1, 100, MINUTE);
            long last = writer.position(STREAM);
            assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + last * MINUTE, 10_000)
                            .buckets()))
                    .isEqualTo(last);
        }
    }
}
