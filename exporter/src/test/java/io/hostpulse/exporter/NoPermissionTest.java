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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real exporter that may not write to its directory for a while. Root may write everywhere, so there the exporter runs
 * without the capabilities that root has.
 */
class NoPermissionTest {

    private static final int RECORDS = 500;

    private static final String CONFIG = """
            exporter:
              sinks:
                json: { type: json, style: lines, directory: %s, start: beginning, interval: 0 }
            """;

    private static final String SCENARIO = """
            chmod 500 "$OUT"
            "$JAVA" $OPTIONS -Xmx64m -cp "$CLASSES" io.hostpulse.exporter.ExporterMain --data "$DATA" --config "$CONFIG" &
            exporter=$!
            until grep -q '"state":"retrying".*no permission to write' "$DATA/run/exporter.json" 2>/dev/null; do sleep 0.1; done
            echo "denied was told"
            chmod 700 "$OUT"
            printf w1 > "$DATA/run/exporter-json.export-now"
            until grep -q '"state":"running".*"backlog":0,' "$DATA/run/exporter.json"; do sleep 0.1; done
            printf w2 > "$DATA/run/exporter-json.export-now"
            until grep -q w2 "$DATA/run/exporter-json.export-done"; do sleep 0.1; done
            kill "$exporter"
            wait "$exporter"
            echo "exit $?"
            """;

    @TempDir
    Path root;

    @Test
    void isToldTriedAgainAndCaughtUpWithoutLoss() throws Exception {
        Path out = Files.createDirectories(root.resolve("out"));
        Shell shell = shell();
        assumeTrue(
                shell.run("chmod 500 \"$OUT\"; ! touch \"$OUT/denied\"").exit() == 0,
                "this user may write everywhere, and there is no setpriv that could change that");
        new Queues(root.resolve("data")).write("memory", RECORDS, Duration.ofMillis(500));
        Files.writeString(root.resolve("config.yaml"), CONFIG.formatted(out));
        assertThat(shell.run(SCENARIO).text()).contains("denied was told", "exit 0");
        assertThat(new ExportedFiles(out).jsonKeys()).containsExactlyElementsOf(ExportedFiles.keys("memory", RECORDS));
    }

    private Shell shell() throws InterruptedException {
        Shell weakened = new Shell(root, List.of("setpriv", "--bounding-set", "-all", "--inh-caps", "-all"));
        return weakened.run("true").exit() == 0 ? weakened : new Shell(root, List.of());
    }
}
