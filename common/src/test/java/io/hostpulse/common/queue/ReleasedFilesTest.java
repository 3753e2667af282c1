package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.common.queue.QueueFixture.Seen;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was removed takes disk space for as long as one process has it open or mapped. */
class ReleasedFilesTest {

    private static final Path SELF = Path.of("/proc/self");
    private static final RetentionLimits THREE_SECONDS =
            new RetentionLimits(Duration.ofSeconds(3), 1 << 30, 1 << 30, Duration.ofDays(7));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path root;

    @Test
    void aTailThatFollowsTheWriterKeepsNoRemovedFile() {
        assumeTrue(Files.isReadable(SELF.resolve("maps")), "there is no /proc here");
        QueueFixture stream = new QueueFixture(root);
        UpkeepSeen upkeep = new UpkeepSeen();
        Retention retention = new Retention(stream.place(), THREE_SECONDS, QueueFixture.SECONDLY, upkeep);
        Seen seen = new Seen();
        try (SnapshotAppender appender = stream.appender();
                SnapshotTail tail = stream.tail()) {
            for (int i = 0; i < 30; i++) {
                stream.append(appender);
                seen.readAll(tail);
                retention.doWork(stream.now(), appender.lastSequence());
                awaitRelease();
                stream.step(Duration.ofSeconds(1));
            }
            assertThat(upkeep.removed).isGreaterThan(20);
            assertThat(seen.sequences).hasSize(30);
            assertThat(held("")).as("the file being written").isNotEmpty();
        }
    }

    // Chronicle unmaps in the background, a fraction of a second later.
    private void awaitRelease() {
        Await.until(() -> "no removed file is held, but " + held(" (deleted)"), PATIENCE, () -> held(" (deleted)")
                .isEmpty());
    }

    private List<String> held(String suffix) {
        List<String> held = new ArrayList<>();
        try {
            Files.readAllLines(SELF.resolve("maps")).forEach(line -> note(line, suffix, held));
            try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(SELF.resolve("fd"))) {
                for (Path descriptor : descriptors) {
                    if (Files.isSymbolicLink(descriptor)) {
                        note(Files.readSymbolicLink(descriptor).toString(), suffix, held);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return held;
    }

    private void note(String line, String suffix, List<String> held) {
        if (line.contains(root.toString()) && line.endsWith(".cq4" + suffix)) {
            held.add(line);
        }
    }
}
