package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.QueueFixture.Seen;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record and one file a second. */
class RetentionTest {

    private static final long GB = 1L << 30;
    private static final RetentionLimits TEN_SECONDS =
            new RetentionLimits(Duration.ofSeconds(10), GB, GB, Duration.ofDays(7));

    @TempDir
    Path root;

    private final UpkeepSeen seen = new UpkeepSeen();
    private QueueFixture stream;

    @BeforeEach
    void createStream() throws IOException {
        stream = new QueueFixture(root);
    }

    private Retention retention(RetentionLimits limits) {
        return new Retention(stream.place(), limits, QueueFixture.SECONDLY, seen);
    }

    private Position write(SnapshotAppender appender, int count) {
        for (int i = 0; i < count; i++) {
            stream.append(appender);
            stream.step(Duration.ofSeconds(1));
        }
        try (SnapshotTail tail = stream.tailOfLast(1)) {
            tail.poll(new Seen());
            return tail.delivered();
        }
    }

    private List<RollFile> rollFiles() throws IOException {
        return new RollFiles(stream.directory(), QueueFixture.SECONDLY.rollCycle()).list();
    }

    private int files() throws IOException {
        return rollFiles().size();
    }

    private Path cursor(String consumer) {
        return stream.place().cursors().resolve(consumer).resolve("memory.cursor");
    }

    private Position positionOf(long sequence) {
        try (SnapshotTail tail = stream.tail()) {
            Seen records = new Seen();
            while (tail.delivered().sequence() < sequence) {
                tail.poll(records);
            }
            return tail.delivered();
        }
    }

    @Test
    void removesWhatIsOlderThanTheLimitAtEachRoll() throws IOException {
        Retention retention = retention(TEN_SECONDS);
        try (SnapshotAppender appender = stream.appender()) {
            for (int i = 0; i < 40; i++) {
                stream.append(appender);
                retention.doWork(stream.now(), appender.lastSequence());
                stream.step(Duration.ofSeconds(1));
            }
        }
        assertThat(files()).isBetween(11, 12);
        assertThat(seen.removed).isEqualTo(40 - files());
        assertThat(seen.overruns).isEmpty();
        try (SnapshotTail tail = stream.tail()) {
            assertThat(Seen.allOf(tail).sequences).hasSize(files()).endsWith(40L);
        }
    }

    @Test
    void waitsForTheSlowestConsumer() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 40);
            CursorFile cursor = CursorFile.open(cursor("csv"));
            cursor.moveTo(positionOf(5));
            Retention retention = retention(TEN_SECONDS);
            retention.doWork(stream.now(), 40);
            assertThat(seen.removed).isEqualTo(4);
            cursor.moveTo(positionOf(20));
            stream.step(Duration.ofSeconds(1));
            retention.doWork(stream.now(), 40);
            assertThat(seen.removed).isEqualTo(19);
        }
    }

    @Test
    void saysWhichConsumerLostWhatToTheHardLimit() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 20);
            CursorFile.open(cursor("csv")).moveTo(positionOf(3));
            CursorFile.open(cursor("broker")).moveTo(positionOf(20));
            CursorFile.open(cursor("mail"));
            long fileSize = Files.size(rollFiles().get(0).path());
            RetentionLimits eight = new RetentionLimits(Duration.ofDays(1), 8 * fileSize, GB, Duration.ofDays(7));
            Retention retention = retention(eight);
            retention.doWork(stream.now(), 20);
            assertThat(losses()).containsExactlyInAnyOrder("csv 4-12", "mail 1-12");

            seen.overruns.clear();
            write(appender, 2);
            retention.doWork(stream.now(), 22);
            assertThat(losses()).containsExactlyInAnyOrder("csv 13-14", "mail 13-14");
        }
        assertThat(OverrunLog.in(stream.directory()).read()).hasSize(4).endsWith(seen.overruns.get(1));
    }

    private List<String> losses() {
        return seen.overruns.stream()
                .map(loss -> loss.consumer() + " " + loss.lost().first() + "-"
                        + loss.lost().last())
                .toList();
    }

    @Test
    void givesUpWhatItHasAboveItsFairShareOfTheTotal() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 10);
            long own = bytes();
            new Retention(stream.place(), total(2 * own), QueueFixture.SECONDLY, seen).doWork(stream.now(), 10);
            assertThat(files()).as("while the total is kept").isEqualTo(10);
            otherStream(2 * own);
            new Retention(stream.place(), total(own), QueueFixture.SECONDLY, seen).doWork(stream.now(), 10);
            assertThat(files()).as("half of the total").isEqualTo(5);
        }
    }

    private static RetentionLimits total(long bytes) {
        return new RetentionLimits(Duration.ofDays(1), GB, bytes, Duration.ofDays(7));
    }

    private long bytes() throws IOException {
        return rollFiles().stream().mapToLong(RollFile::bytes).sum();
    }

    private void otherStream(long bytes) throws IOException {
        Path directory = Files.createDirectories(root.resolve("disk"));
        new StreamDescriptor(new StreamName("disk"), Duration.ofSeconds(5), "collector-disk").writeTo(directory);
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("20250103-101530T.cq4").toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    @Test
    void givesUpAConsumerThatHasNotMovedForItsTerm() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 40);
            CursorFile.open(cursor("gone")).moveTo(positionOf(5));
            age(cursor("gone"), Duration.ofDays(8));
            Retention retention = retention(TEN_SECONDS);
            retention.doWork(stream.now(), 40);
            assertThat(cursor("gone")).as("it may just be starting").exists();
            stream.step(Duration.ofMinutes(11));
            write(appender, 1);
            retention.doWork(stream.now(), 41);
            assertThat(cursor("gone")).doesNotExist();
            assertThat(seen.removed).isEqualTo(40);
        }
    }

    @Test
    void knowsAConsumerThatMovesAlthoughTheTimeOfItsFileDoesNot() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 40);
            CursorFile cursor = CursorFile.open(cursor("csv"));
            Retention retention = retention(TEN_SECONDS);
            for (int sequence = 5; sequence < 10; sequence++) {
                cursor.moveTo(positionOf(sequence));
                age(cursor("csv"), Duration.ofDays(8));
                retention.doWork(stream.now(), 40);
                stream.step(Duration.ofMinutes(11));
                write(appender, 1);
            }
            assertThat(Files.getLastModifiedTime(cursor("csv")).to(TimeUnit.NANOSECONDS))
                    .isGreaterThan(stream.now() - Duration.ofHours(1).toNanos());
        }
        assertThat(cursor("csv")).exists();
    }

    @Test
    void doesNotBelieveAClockThatJumpsAhead() throws IOException {
        try (SnapshotAppender appender = stream.appender()) {
            write(appender, 5);
            CursorFile.open(cursor("csv")).moveTo(positionOf(2));
            Retention retention = retention(TEN_SECONDS);
            for (int i = 1; i < 4; i++) {
                retention.doWork(stream.now() + i * Duration.ofDays(365).toNanos(), 5);
            }
        }
        assertThat(files()).isEqualTo(5);
        assertThat(cursor("csv")).exists();
    }

    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(stream.now() - age.toNanos(), TimeUnit.NANOSECONDS));
    }
}
