package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.queue.QueueFixture.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTailTest {

    @TempDir
    Path root;

    private QueueFixture stream;

    @BeforeEach
    void createStream() {
        stream = new QueueFixture(root);
    }

    @Test
    void followsALiveWriterAcrossRolls() {
        Seen seen = new Seen();
        try (SnapshotAppender appender = stream.appender();
                SnapshotTail tail = stream.tail()) {
            for (int i = 0; i < 40; i++) {
                stream.append(appender);
                stream.step(Duration.ofMillis(500));
                seen.readAll(tail);
            }
        }
        assertThat(seen.sequences).isEqualTo(range(1, 40));
        assertThat(seen.gaps).isEmpty();
        assertThat(seen.payloads.get(39)).isEqualTo("{\"n\":40}");
    }

    @Test
    void goesOnBehindItsCursor() {
        Position position = write(20);
        try (SnapshotTail tail = stream.tail()) {
            Seen seen = new Seen();
            for (int i = 0; i < 7; i++) {
                tail.poll(seen);
            }
            position = tail.delivered();
        }
        try (SnapshotTail tail = stream.tailAfter(position)) {
            assertThat(Seen.allOf(tail).sequences).isEqualTo(range(8, 20));
        }
    }

    @Test
    void tellsWhatWasRemovedWhileTheConsumerWasAway() throws IOException {
        write(20);
        Position third;
        try (SnapshotTail tail = stream.tail()) {
            Seen seen = new Seen();
            for (int i = 0; i < 3; i++) {
                tail.poll(seen);
            }
            third = tail.delivered();
        }
        List<Path> files = rollFiles();
        for (Path file : files.subList(0, 5)) {
            Files.delete(file);
        }
        try (SnapshotTail tail = stream.tailAfter(third)) {
            Seen seen = Seen.allOf(tail);
            assertThat(seen.sequences).isEqualTo(range(11, 20));
            assertThat(seen.gaps).containsExactly(new Gap(4, 10));
        }
    }

    @Test
    void startsAtTheLastFewRecords() {
        write(20);
        assertThat(last(3)).isEqualTo(range(18, 20));
        assertThat(last(100)).isEqualTo(range(1, 20));
        assertThat(last(0)).isEmpty();
    }

    @Test
    void startsAtATime() {
        write(20);
        long tenth = 1_735_899_330L * QueueFixture.SECOND + 9 * QueueFixture.SECOND / 2;
        assertThat(from(tenth)).isEqualTo(range(10, 20));
        assertThat(from(tenth + 1)).isEqualTo(range(11, 20));
        assertThat(from(0)).isEqualTo(range(1, 20));
        assertThat(from(tenth + 100 * QueueFixture.SECOND)).isEmpty();
    }

    @Test
    void startsAtATimeInTheMiddleOfALargeFile() {
        long begin = stream.now();
        try (SnapshotAppender appender = stream.appender()) {
            for (int i = 0; i < 9000; i++) {
                stream.append(appender);
                stream.step(Duration.ofNanos(100_000));
            }
        }
        for (int number : List.of(1, 2, 1499, 1500, 4500, 8998, 9000)) {
            long time = begin + (number - 1) * 100_000L;
            assertThat(from(time)).hasSize(9001 - number).startsWith((long) number);
            assertThat(from(time - 1)).hasSize(9001 - number);
        }
        assertThat(from(stream.now())).isEmpty();
    }

    @Test
    void startsAtATimeAlthoughHoursAreMissingInBetween() {
        write(3);
        stream.step(Duration.ofSeconds(1000));
        long resumed = stream.now();
        write(4);
        assertThat(from(resumed)).isEqualTo(range(4, 7));
        assertThat(from(resumed - QueueFixture.SECOND)).isEqualTo(range(4, 7));
        assertThat(from(resumed + QueueFixture.SECOND)).isEqualTo(range(6, 7));
    }

    @Test
    void waitsQuietlyAtAFileThatIsJustBeingCreated() throws IOException {
        write(2);
        Path next = stream.directory().resolve("20250103-101600T.cq4");
        Files.createFile(next);
        try (SnapshotTail tail = stream.tail()) {
            Seen seen = Seen.allOf(tail);
            assertThat(tail.inspect(seen)).isFalse();
            Files.write(next, new byte[4096]);
            seen.readAll(tail);
            assertThat(seen.sequences).isEqualTo(range(1, 2));
            assertThat(seen.damages).isEmpty();
        }
    }

    @Test
    void saysThatAWriterHasNotStartedYet() {
        assertThatThrownBy(stream::tail)
                .isInstanceOf(QueueException.class)
                .hasMessageContaining("its writer has not started yet");
    }

    @Test
    void changesNoByteOfTheQueueItReads() throws IOException {
        write(5);
        List<String> before = listing();
        try (SnapshotTail tail = stream.tail()) {
            Seen.allOf(tail);
        }
        assertThat(listing()).isEqualTo(before);
    }

    private Position write(int count) {
        try (SnapshotAppender appender = stream.appender()) {
            for (int i = 0; i < count; i++) {
                stream.append(appender);
                stream.step(Duration.ofMillis(500));
            }
        }
        return Position.START;
    }

    private List<Long> last(int count) {
        try (SnapshotTail tail = stream.tailOfLast(count)) {
            return Seen.allOf(tail).sequences;
        }
    }

    private List<Long> from(long epochNanos) {
        try (SnapshotTail tail = stream.tailFrom(epochNanos)) {
            return Seen.allOf(tail).sequences;
        }
    }

    private List<Path> rollFiles() throws IOException {
        try (Stream<Path> files = Files.list(stream.directory())) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(stream.directory())) {
            return files.sorted()
                    .map(file -> file.getFileName() + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .toList();
        }
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
