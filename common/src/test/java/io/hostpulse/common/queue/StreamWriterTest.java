package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.queue.QueueFixture.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamWriterTest {

    private static final long MB = 1 << 20;
    private static final RetentionLimits KEEP_ALL =
            new RetentionLimits(Duration.ofDays(1), 1 << 30, 1 << 30, Duration.ofDays(7));

    @TempDir
    Path root;

    private final UpkeepSeen seen = new UpkeepSeen();
    private final Disk disk = new Disk();
    private QueueFixture stream;

    @BeforeEach
    void createStream() {
        stream = new QueueFixture(root);
    }

    private StreamWriter writer(Duration syncInterval) {
        RollFiles files = new RollFiles(stream.directory(), QueueFixture.SECONDLY.rollCycle());
        return new StreamWriter(
                stream.place(),
                VisibleAppender.open(stream.place(), stream::appender),
                new DiskGuard(disk, new SpaceLimits(500 * MB, 0)),
                new Retention(stream.place(), KEEP_ALL, QueueFixture.SECONDLY, seen),
                new DiskSync(files, syncInterval),
                seen,
                stream::now);
    }

    private boolean append(StreamWriter writer, long number) {
        stream.step(Duration.ofMillis(500));
        return writer.append(RecordKind.OK, stream.now(), QueueFixture.payload(number));
    }

    @Test
    void writesNothingWithoutRoomAndGoesOnByItselfWithoutAHole() {
        try (StreamWriter writer = writer(Duration.ZERO)) {
            assertThat(append(writer, 1)).isTrue();
            disk.free = 412 * MB;
            assertThat(append(writer, 2)).isFalse();
            assertThat(append(writer, 3)).isFalse();
            disk.free = 1000 * MB;
            assertThat(append(writer, 4)).isTrue();
        }
        assertThat(seen.conditions)
                .containsExactly(
                        "no disk space: 412 MB free, 500 MB needed", "no disk space: 412 MB free, 510 MB needed", "");
        assertThat(seen.refused).isEqualTo(2);
        try (SnapshotTail tail = stream.tail()) {
            Seen records = Seen.allOf(tail);
            assertThat(records.sequences).containsExactly(1L, 2L);
            assertThat(records.payloads).containsExactly("{\"n\":1}", "{\"n\":4}");
            assertThat(records.gaps).isEmpty();
        }
    }

    @Test
    void startsANewFileWhenSomebodyRemovesTheOneItWrites() {
        assertThat(seenWhileRemoving(() -> stream.rollFiles().list().get(0).path()))
                .containsExactly(1L, 2L);
    }

    @Test
    void startsTheStreamAgainWhenSomebodyRemovesItsDirectory() {
        assertThat(seenWhileRemoving(stream::directory)).containsExactly(1L, 2L);
    }

    @Test
    void givesNoNumberThatAConsumerKnowsWhenTheStreamWasRemovedMeanwhile() throws Exception {
        Path cursor = stream.place().cursors().resolve("broker").resolve("memory.cursor");
        Files.createDirectories(cursor.getParent());
        CursorFile.open(cursor).moveTo(41, 0);
        try (StreamWriter writer = writer(Duration.ZERO)) {
            append(writer, 1);
        }
        try (SnapshotTail tail = stream.tail()) {
            assertThat(Seen.allOf(tail).sequences).containsExactly(42L);
        }
    }

    private List<Long> seenWhileRemoving(Callable<Path> what) {
        Seen live = new Seen();
        try (StreamWriter writer = writer(Duration.ZERO)) {
            append(writer, 1);
            try (SnapshotTail tail = stream.tail()) {
                live.readAll(tail);
                remove(what.call());
                stream.step(Duration.ofMillis(200));
                writer.append(RecordKind.OK, stream.now(), QueueFixture.payload(2));
                tail.inspect(live);
                live.readAll(tail);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(live.damages).hasSize(1);
        return live.sequences;
    }

    @Test
    void canForceEveryRecordToTheDiskAcrossRolls() {
        try (StreamWriter writer = writer(Duration.ofMillis(1))) {
            for (int i = 1; i <= 6; i++) {
                append(writer, i);
            }
        }
        try (SnapshotTail tail = stream.tail()) {
            assertThat(Seen.allOf(tail).sequences).hasSize(6);
        }
    }

    private static final class Disk implements DiskSpace {
        private long free = 1000 * MB;

        @Override
        public long free() throws IOException {
            return free;
        }

        @Override
        public long total() {
            return 2000 * MB;
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    remove(child);
                }
            }
        }
        Files.delete(path);
    }
}
