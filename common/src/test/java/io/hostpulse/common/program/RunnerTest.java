package io.hostpulse.common.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.common.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, good and bad. */
@Timeout(60)
class RunnerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    }

    @Test
    void handsOverInputAndBringsBackOutput() throws IOException {
        Run run = runner("tr a-z A-Z; echo gone wrong >&2; exit 3", LONG, true)
                .run("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(run.output().text()).isEqualTo("HELLO");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).isEqualTo("gone wrong");
        assertThat(run.duration()).isPositive();
    }

    @Test
    void findsNothingToReadWithoutInput() throws IOException {
        assertThat(runner("cat; echo end", LONG, true).run().output().text()).isEqualTo("end\n");
    }

    @Test
    void waitsForNobodyWhoReadsNothing() throws IOException {
        assertThat(runner("exit 0", LONG, true).run(new byte[1 << 20]).exitCode())
                .isZero();
    }

    @Test
    void failsOnTooMuchOutputOrThrowsItAway() throws IOException {
        assertThatThrownBy(() -> runner("yes", LONG, true).run()).hasMessageContaining("wrote more than 1000 bytes");
        Run run = runner("head -c 1000000 /dev/zero", LONG, false).run();
        assertThat(run.output().bytes()).hasSize(1_000);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void endsOneThatNeverDoesThoughItWritesAllTheTime() {
        assertThatThrownBy(() -> runner("yes", Duration.ofMillis(300), false).run())
                .hasMessageContaining("did not end within 300 ms and was killed");
    }

    @Test
    void hidesSecretsInWhatItSays() throws IOException {
        Run run = runner("echo the token is $TOKEN >&2", LONG, true).run();
        assertThat(run.errors()).isEqualTo("the token is ***");
    }

    @Test
    void endsWhatIgnoresSignalsAndHasLeftItsParent() throws IOException {
        Path pids = directory.resolve("pids");
        String stray = "trap \"\" TERM INT HUP; echo $$ >> " + pids + "; while :; do sleep 1; done";
        runner("(setsid sh -c '" + stray + "' &); while ! test -s " + pids + "; do sleep 0.05; done", LONG, true)
                .run();
        assertThat(Files.readAllLines(pids)).hasSize(1).allSatisfy(pid -> assertThat(isRunning(pid))
                .isFalse());
    }

    private static boolean isRunning(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void saysWhatCannotBeStarted() {
        ProgramCall call = new ProgramCall(List.of("no-such-program"), directory, Map.of(), LONG, 1_000, true);
        assertThatThrownBy(
                        () -> new Runner(call, new Wrapping(List.of()), Map.of("PATH", "/bin"), System::nanoTime).run())
                .hasMessage("there is no program 'no-such-program' in PATH (/bin)");
    }

    private Runner runner(String script, Duration timeout, boolean failsAbove) {
        ProgramCall call = new ProgramCall(
                List.of("/bin/sh", "-c", script),
                directory,
                Map.of("TOKEN", new Secret("s3cr3t")),
                timeout,
                1_000,
                failsAbove);
        return new Runner(call, Wrapping.available(), System.getenv(), System::nanoTime);
    }
}
