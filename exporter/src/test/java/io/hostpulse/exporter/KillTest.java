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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real exporter that is killed again and again while it writes, finishes and compresses. At which moments depends on a seed, which
 * is printed.
 */
class KillTest {

    /** Set {@code -Dhostpulse.kills=100} for the long form. */
    private static final int KILLS = Integer.getInteger("hostpulse.kills", 8);

    private static final int RECORDS = 6_000 + 500 * KILLS;
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
        queues.write("memory", RECORDS, Duration.ofMillis(500));
        queues.write("disk", RECORDS / 10, Duration.ofSeconds(5));
        Path config = Files.writeString(root.resolve("config.yaml"), CONFIG);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            RunningExporter exporter = RunningExporter.start(queues.data(), config);
            exporter.awaitRunning();
            exporter.killAfter(random.nextInt(400));
            interrupted += isBehind(queues) ? 1 : 0;
        }
        System.out.println(interrupted + " of " + KILLS + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        RunningExporter.start(queues.data(), config).finish(SINKS);
        assertWhole("compressed", new ExportedFiles(exports("compressed")).jsonKeys());
        assertWhole("pretty", new ExportedFiles(exports("pretty")).jsonKeys());
        assertWhole("tables", new ExportedFiles(exports("tables")).csvKeys());
    }

    private static boolean isBehind(Queues queues) throws IOException {
        for (String sink : SINKS) {
            Path cursor = queues.data().cursor("exporter-" + sink, new StreamName("memory"));
            if (!Files.exists(cursor) || CursorFile.peek(cursor).sequence() < RECORDS) {
                return true;
            }
        }
        return false;
    }

    private Path exports(String sink) {
        return root.resolve("data/exports").resolve(sink);
    }

    private void assertWhole(String sink, List<String> keys) throws IOException {
        List<String> expected = new ArrayList<>();
        LongStream.rangeClosed(1, RECORDS).forEach(sequence -> expected.add("memory/" + sequence));
        LongStream.rangeClosed(1, RECORDS / 10).forEach(sequence -> expected.add("disk/" + sequence));
        assertThat(keys).as(sink).containsExactlyInAnyOrderElementsOf(expected);
        try (var files = Files.list(exports(sink))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
    }
}
