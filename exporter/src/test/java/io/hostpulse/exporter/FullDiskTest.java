package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.fixture.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real exporter whose files are on a disk that is full for a while, and then cannot be written to: a tmpfs that only it can see. */
class FullDiskTest {

    private static final int RECORDS = 4000;

    private static final String CONFIG = """
            exporter:
              sinks:
                json: { type: json, style: lines, directory: %s, start: beginning, interval: 0, batch_records: 50,
                        max_records: 500 }
            """;

    private static final String SCENARIO = """
            mount -t tmpfs -o size=2m,mode=700 none "$OUT" || exit 99
            head -c 1900k /dev/zero > "$OUT/ballast"
            "$JAVA" $OPTIONS -Xmx64m -cp "$CLASSES" io.hostpulse.exporter.ExporterMain --data "$DATA" --config "$CONFIG" &
            exporter=$!
            until grep -q '"state":"retrying".*No space left on device' "$DATA/run/exporter.json" 2>/dev/null; do sleep 0.1; done
            echo "full was told"
            mount -o remount,ro "$OUT"
            printf w1 > "$DATA/run/exporter-json.export-now"
            until grep -q '"state":"retrying".*Read-only file system' "$DATA/run/exporter.json"; do sleep 0.1; done
            echo "read-only was told"
            mount -o remount,rw "$OUT"
            rm "$OUT/ballast"
            printf w2 > "$DATA/run/exporter-json.export-now"
            until grep -q '"state":"running".*"backlog":0,' "$DATA/run/exporter.json"; do sleep 0.1; done
            printf w3 > "$DATA/run/exporter-json.export-now"
            until grep -q w3 "$DATA/run/exporter-json.export-done"; do sleep 0.1; done
            kill "$exporter"
            wait "$exporter"
            echo "exit $?"
            cp -r "$OUT/out" "$COPY"
            """;

    @TempDir
    Path root;

    private Shell shell;

    @BeforeEach
    void prepare() {
        shell = new Shell(root, List.of("unshare", "-rm"));
    }

    @Test
    void isToldTriedAgainAndCaughtUpWithoutLoss() throws Exception {
        Files.createDirectories(root.resolve("out"));
        assumeTrue(shell.run("mount -t tmpfs none \"$OUT\"").exit() == 0, "this user may not mount a tmpfs of its own");
        new Queues(root.resolve("data")).write("memory", RECORDS, Duration.ofMillis(500));
        Files.writeString(root.resolve("config.yaml"), CONFIG.formatted(root.resolve("out/out")));
        Shell.Output output = shell.run(SCENARIO);
        assertThat(output.text()).contains("full was told", "read-only was told", "exit 0");
        assertThat(new ExportedFiles(root.resolve("copy")).jsonKeys())
                .containsExactlyElementsOf(ExportedFiles.keys("memory", RECORDS));
    }
}
