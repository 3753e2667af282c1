package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExporterView;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Queues;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
    private static final long PATIENCE_SECONDS = 120;

    private static final String CONFIG = """
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
            Process exporter = start(config);
            awaitRunning(queues, exporter);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            exporter.destroyForcibly().waitFor();
            interrupted += isBehind(queues) ? 1 : 0;
        }
        System.out.println(interrupted + " of " + KILLS + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        finish(queues, start(config));
        assertWhole("compressed", new ExportedFiles(exports("compressed")).jsonKeys());
        assertWhole("pretty", new ExportedFiles(exports("pretty")).jsonKeys());
        assertWhole("tables", new ExportedFiles(exports("tables")).csvKeys());
    }

    private static boolean isBehind(Queues queues) throws IOException {
        for (String sink : List.of("compressed", "pretty", "tables")) {
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

    private Process start(Path config) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.hostpulse.exporter.ExporterMain",
                "--data",
                root.resolve("data").toString(),
                "--config",
                config.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(root.resolve("out.log").toFile()))
                .start();
    }

    private void awaitRunning(Queues queues, Process exporter) throws Exception {
        Path ready = queues.data().run().resolve("exporter.ready");
        await(() -> Files.exists(ready) && Files.readString(ready).contains(Long.toString(exporter.pid())), exporter);
    }

    private void finish(Queues queues, Process exporter) throws Exception {
        try {
            awaitRunning(queues, exporter);
            await(() -> isWritten(queues, exporter.pid()), exporter);
            for (String sink : List.of("compressed", "pretty", "tables")) {
                ExportNow now = ExportNow.of(queues.data(), sink);
                now.ask("finish");
                await(() -> now.answerTo("finish").isPresent(), exporter);
                assertThat(now.answerTo("finish")).contains(ExportNow.WRITTEN);
            }
            exporter.destroy();
            assertThat(exporter.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            exporter.destroyForcibly();
        }
    }

    private static boolean isWritten(Queues queues, long pid) throws IOException {
        return ExporterView.read(queues.data())
                .filter(view -> view.pid() == pid && view.sinks().stream().allMatch(KillTest::isDone))
                .isPresent();
    }

    private static boolean isDone(SinkView sink) {
        return sink.backlog() == 0 && sink.failures() == 0;
    }

    private void await(Condition condition, Process exporter) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            assertThat(exporter.isAlive() && System.nanoTime() < end)
                    .as(() -> output())
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String output() {
        try {
            return Files.readString(root.resolve("out.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
