package io.hostpulse.common.queue.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePrunerTest {

    @TempDir
    private Path root;

    private DamagedQueue stream;

    @BeforeEach
    void writeSixFiles() {
        stream = new DamagedQueue(root);
    }

    @Test
    void letsOldFilesGoThatEverybodyHasRead() throws IOException {
        consumer("broker", 60);
        consumer("csv", 25);
        List<PruneCandidate> files = look(Duration.ZERO);
        assertThat(files).extracting(PruneCandidate::mayGo).containsExactly(true, true, false, false, false, false);
        assertThat(files.get(2).waiting()).containsExactly("csv");
        assertThat(files.get(2).report().lastSequence()).isEqualTo(30);
    }

    @Test
    void keepsWhatIsNotOldEnough() throws IOException {
        List<PruneCandidate> files = look(Duration.ofSeconds(3));
        assertThat(files).extracting(PruneCandidate::mayGo).containsExactly(true, true, false, false, false, false);
        assertThat(files.get(2).obstacle()).contains("not old enough");
    }

    @Test
    void neverLetsTheNewestGo() throws IOException {
        stream.queue().step(Duration.ofDays(1));
        List<PruneCandidate> files = look(Duration.ofHours(1));
        assertThat(files).extracting(PruneCandidate::mayGo).containsExactly(true, true, true, true, true, false);
        assertThat(files.get(5).obstacle()).contains("the newest");
    }

    @Test
    void makesNoHole() throws IOException {
        consumer("csv", 5);
        // Nothing readable, so nobody waits for it; but the first file stays.
        stream.truncate(stream.file(1), 0);
        List<PruneCandidate> files = look(Duration.ZERO);
        assertThat(files).noneMatch(PruneCandidate::mayGo);
        assertThat(files.get(1).obstacle()).isEqualTo(Optional.of("an older file stays"));
    }

    private List<PruneCandidate> look(Duration age) throws IOException {
        return new QueuePruner(stream.queue()::now, QueueFixture.SECONDLY)
                .look(stream.queue().place(), age);
    }

    private void consumer(String name, long sequence) throws IOException {
        Path cursor = stream.queue().place().cursors().resolve(name).resolve("memory.cursor");
        CursorFile.open(cursor).moveTo(new Position(sequence, 1));
    }
}
