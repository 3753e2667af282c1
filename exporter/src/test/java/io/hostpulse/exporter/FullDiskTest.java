package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Queues;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real exporter whose files are on a disk that is full for a while, and then cannot be written to: a tmpfs that only it can see. */
class FullDiskTest {

    private static final int RECORDS = 4000;
    private static final long PATIENCE_SECONDS = 120;

    private static final String CONFIG = """
            exporter:
              sinks:
                json: { type: json, style: lines, directory: %s, start: beginning, interval: 0, batch_records: 50,
                        max_records: 500 }
            """;

    private static final String SCENARIO = """
            mount -t tmpfs -o size=2m,mode=700 none "$MOUNT" || exit 99
            head -c 1900k /dev/zero > "$MOUNT/ballast"
            "$JAVA" $OPTIONS -Xmx64m -cp "$CLASSES" io.hostpulse.exporter.ExporterMain --data "$DATA" --config "$CONFIG" &
            exporter=$!
            until grep -q '"state":"retrying".*No space left on device' "$DATA/run/exporter.json" 2>/dev/null; do sleep 0.1; done
            echo "full was told"
            mount -o remount,ro "$MOUNT"
            printf w1 > "$DATA/run/exporter-json.export-now"
            until grep -q '"state":"retrying".*Read-only file system' "$DATA/run/exporter.json"; do sleep 0.1; done
            echo "read-only was told"
            mount -o remount,rw "$MOUNT"
            rm "$MOUNT/ballast"
            printf w2 > "$DATA/run/exporter-json.export-now"
            until grep -q '"state":"running".*"backlog":0,' "$DATA/run/exporter.json"; do sleep 0.1; done
            printf w3 > "$DATA/run/exporter-json.export-now"
            until grep -q w3 "$DATA/run/exporter-json.export-done"; do sleep 0.1; done
            kill "$exporter"
            wait "$exporter"
            echo "exit $?"
            cp -r "$MOUNT/out" "$COPY"
            """;

    @TempDir
    Path root;

    @Test
    void isToldTriedAgainAndCaughtUpWithoutLoss() throws Exception {
        Files.createDirectories(root.resolve("mount"));
        assumeTrue(run("mount -t tmpfs none \"$MOUNT\"").exit() == 0, "this user may not mount a tmpfs of its own");
        new Queues(root.resolve("data")).write("memory", RECORDS, Duration.ofMillis(500));
        Files.writeString(root.resolve("config.yaml"), CONFIG.formatted(root.resolve("mount/out")));
        Output output = run(SCENARIO);
        assertThat(output.text()).contains("full was told", "read-only was told", "exit 0");
        assertThat(new ExportedFiles(root.resolve("copy")).jsonKeys())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, RECORDS)
                        .mapToObj(sequence -> "memory/" + sequence)
                        .toList());
    }

    private record Output(int exit, String text) {}

    private Output run(String script) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder(List.of("unshare", "-rm", "sh", "-c", script)).redirectErrorStream(true);
        shell.environment().put("MOUNT", root.resolve("mount").toString());
        shell.environment().put("DATA", root.resolve("data").toString());
        shell.environment().put("COPY", root.resolve("copy").toString());
        shell.environment().put("CONFIG", root.resolve("config.yaml").toString());
        shell.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        shell.environment().put("OPTIONS", options());
        shell.environment().put("CLASSES", System.getProperty("java.class.path"));
        Path log = root.resolve("shell.log");
        try {
            Process process = shell.redirectOutput(log.toFile()).start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            String text = Files.readString(log, StandardCharsets.UTF_8);
            assertThat(ended).as(text).isTrue();
            return new Output(process.exitValue(), text);
        } catch (IOException noUnshare) {
            return new Output(127, noUnshare.toString());
        }
    }

    // What this JVM was given to map queues; without the heap and agents of the tests.
    private static String options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--"))
                .collect(Collectors.joining(" "));
    }
}
