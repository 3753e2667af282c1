package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.fixture.RunningExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real exporter that is killed again and again while it writes, finishes and compresses. At which moments depends on a seed, which
 * is printed.
 */
class KillTest {

    /** Set {@code -Dhostpulse.kills=100} for the long form. */
    private static final int KILLS = Integer.getInteger("hostpulse.kills", 8);

    /** What comes in each life: more than it can write in small batches before it is killed. */
    private static final int EACH = 2_000;

    /** On a quick machine a life may write everything; then there is another, so that one is interrupted for certain. */
    private static final int MOST_KILLS = 10 * KILLS;

    private static final List<String> SINKS = List.of("compressed", "pretty", "tables");

    private static final String CONFIG = """
            history:
              enabled: false
            exporter:
              sinks:
                compressed: { type: json, style: lines, start: beginning, interval: 0, compress: true,
                              batch_records: 40, max_records: 300, max_files: 100000 }
                pretty: { type: json, start: beginning, interval: 0, batch_records: 25, max_size: 32KB, max_files: 100000 }
                tables: { type: csv, start: beginning, interval: 0, compress: zstd, batch_records: 60, max_records: 500,
                          max_files: 100000 }
            """;

    @TempDir
    Path root;

    @Test
    void everyRecordIsInOneFileOnceAndEveryFileIsWhole() throws Exception {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Queues queues = new Queues(root.resolve("data"));
        Path config = Files.writeString(root.resolve("config.yaml"), CONFIG);
        int interrupted = 0;
        int kills = 0;
        while (kills < KILLS || (interrupted == 0 && kills < MOST_KILLS)) {
            RunningExporter exporter = RunningExporter.start(queues.data(), config);
            exporter.awaitRunning();
            queues.write("disk", EACH / 10, Duration.ofSeconds(5));
            queues.write("memory", EACH, Duration.ofMillis(500));
            exporter.killAfter(random.nextInt(200));
            kills++;
            interrupted += isBehind(queues, (long) kills * EACH) ? 1 : 0;
        }
        System.out.println(interrupted + " of " + kills + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        RunningExporter.start(queues.data(), config).finish(SINKS);
        assertWhole("compressed", kills * EACH, new ExportedFiles(exports("compressed")).jsonKeys());
        assertWhole("pretty", kills * EACH, new ExportedFiles(exports("pretty")).jsonKeys());
        assertWhole("tables", kills * EACH, new ExportedFiles(exports("tables")).csvKeys());
    }

    private static boolean isBehind(Queues queues, long newest) throws IOException {
        for (String sink : SINKS) {
            Path cursor = queues.data().cursor("exporter-" + sink, new StreamName("memory"));
            if (!Files.exists(cursor) || CursorFile.peek(cursor).sequence() < newest) {
                return true;
            }
        }
        return false;
    }

    private Path exports(String sink) {
        return root.resolve("data/exports").resolve(sink);
    }

    private void assertWhole(String sink, int records, List<String> keys) throws IOException {
        List<String> expected = new ArrayList<>(ExportedFiles.keys("memory", records));
        expected.addAll(ExportedFiles.keys("disk", records / 10));
        assertThat(keys).as(sink).containsExactlyInAnyOrderElementsOf(expected);
        try (var files = Files.list(exports(sink))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
    }
}
