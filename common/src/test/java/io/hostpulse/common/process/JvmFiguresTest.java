package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmFiguresTest {

    @TempDir
    private Path root;

    @Test
    void tellsEverythingThatThisJvmKnows() throws IOException {
        DataDirectory data = new DataDirectory(root.resolve("data"));
        data.create();
        try (MarkFile mark = MarkFile.create(data, "broker", 1)) {
            new JvmFigures(mark).publish();
            Mark read = Mark.read(data, "broker").orElseThrow();
            for (JvmCounter counter : JvmCounter.values()) {
                assertThat(counter.in(read)).as(counter.label()).isPresent();
            }
            assertThat(JvmCounter.HEAP_USED.in(read).getAsLong())
                    .isPositive()
                    .isLessThanOrEqualTo(JvmCounter.HEAP_COMMITTED.in(read).getAsLong());
            assertThat(JvmCounter.THREADS.in(read).getAsLong()).isPositive();
        }
    }

    @Test
    void aMarkWithoutThemTellsNone() {
        Mark old = new Mark("broker", "0.1.0", 1, 0, 0, 0, ProcessState.RUNNING, Map.of("clients", 3L), "");
        assertThat(JvmCounter.HEAP_USED.in(old)).isEmpty();
        assertThat(JvmCounter.isOne("clients")).isFalse();
        assertThat(JvmCounter.isOne(JvmCounter.DIRECT.label())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Copy, YOUNG",
        "MarkSweepCompact, OLD",
        "PS Scavenge, YOUNG",
        "PS MarkSweep, OLD",
        "G1 Young Generation, YOUNG",
        "G1 Old Generation, OLD",
        "G1 Concurrent GC, OLD",
        "ZGC Minor Cycles, YOUNG",
        "ZGC Major Cycles, OLD",
        "ZGC Cycles, OLD",
        "Shenandoah Cycles, OLD",
        "ZGC Minor Pauses, ",
        "Shenandoah Pauses, "
    })
    void eachCollectorWorksOnOneGeneration(String collector, Generation generation) {
        assertThat(Generation.ofCollector(collector)).isEqualTo(Optional.ofNullable(generation));
    }

    @Test
    void beatsAtEveryTurnButLooksAtTheJvmOnceASecond() {
        List<Long> signs = new ArrayList<>();
        List<Long> seconds = new ArrayList<>();
        Heartbeat heartbeat = new Heartbeat(signs::add, seconds::add);
        long second = 1_000_000_000L;
        List<Long> turns = List.of(10 * second, 10 * second + 5, 11 * second, 11 * second + 1, 3 * second, 4 * second);
        turns.forEach(heartbeat::accept);
        assertThat(signs).isEqualTo(turns);
        assertThat(seconds)
                .as("also after the clock was set back")
                .containsExactly(10 * second, 11 * second, 3 * second, 4 * second);
    }
}
