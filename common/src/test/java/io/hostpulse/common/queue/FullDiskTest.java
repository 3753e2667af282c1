package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.testkit.ThisJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on a real full disk: a tmpfs that only they can see. */
class FullDiskTest {

    private static final long PATIENCE_SECONDS = 90;

    /** Fills the disk, makes room, goes on, and reads it all; every step says how it ended. */
    private static final String SCENARIO = """
            mount -t tmpfs -o size=12m,mode=700 none "$MOUNT" || exit 99
            head -c 4m /dev/zero > "$MOUNT/ballast"
            hostpulse() { "$JAVA" $OPTIONS -cp "$CLASSES" io.hostpulse.common.queue."$@"; }
            hostpulse FillingMain --config /dev/null --data "$DATA" --queue "$MOUNT/full" --records 100000
            echo "first exit $?"
            rm "$MOUNT/ballast"
            hostpulse FillingMain --config /dev/null --data "$DATA" --queue "$MOUNT/full" --records 100
            echo "second exit $?"
            hostpulse ReadingMain "$MOUNT/full"
            """;

    @TempDir
    Path root;

    @Test
    void endsTheProcessForNowAndDeliversNoTruncatedRecordAfterwards() throws Exception {
        assumeTrue(run("mount -t tmpfs none \"$MOUNT\"").exit() == 0, "this user may not mount a tmpfs of its own");
        Output output = run(SCENARIO);
        assertThat(output.text())
                .contains("the disk is full or broken")
                .contains("first exit 75")
                .contains("second exit 0")
                .containsPattern("read \\d+ records, 0 of them truncated");
        int written = number(output.text(), "failed behind ");
        int missing = number(output.text(), "truncated, ");
        // Compiled code hears of the fault a little later: the append before may have returned, and then readers are
        // told.
        assertThat(missing).as(output.text()).isLessThanOrEqualTo(1);
        assertThat(number(output.text(), "read ") + missing).as(output.text()).isEqualTo(written + 100);
    }

    private static int number(String text, String before) {
        int at = text.indexOf(before) + before.length();
        return Integer.parseInt(text.substring(at).split("\\D", 2)[0]);
    }

    private record Output(int exit, String text) {}

    private Output run(String script) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder(List.of("unshare", "-rm", "sh", "-c", script)).redirectErrorStream(true);
        Path mount = root.resolve("mount");
        boolean created = mount.toFile().mkdir();
        assertThat(created || mount.toFile().isDirectory()).isTrue();
        shell.environment().put("MOUNT", mount.toString());
        shell.environment().put("DATA", root.resolve("data").toString());
        shell.environment().put("JAVA", ThisJvm.java());
        shell.environment().put("OPTIONS", String.join(" ", ThisJvm.moduleOptions()));
        shell.environment().put("CLASSES", ThisJvm.classPath());
        return finish(shell);
    }

    private static Output finish(ProcessBuilder shell) throws IOException, InterruptedException {
        Process process;
        try {
            process = shell.start();
        } catch (IOException noUnshare) {
            return new Output(127, noUnshare.toString());
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Output(process.exitValue(), text);
    }
}
