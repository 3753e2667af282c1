package io.hostpulse.common.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.common.config.Secret;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.RunningProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
        assertThat(Files.readAllLines(pids)).hasSize(1).allSatisfy(pid -> assertThat(RunningProcess.is(pid))
                .isFalse());
    }

    @Test
    void killsAProgramThatTakesTooLongAndAllThatComesFromIt() throws IOException {
        String script = """
                trap '' TERM
                sh -c 'trap "" TERM INT HUP; echo $$ >> PIDS; exec sleep 600' &
                setsid sh -c 'echo $$ >> PIDS; exec sleep 600' &
                (setsid sh -c 'echo $$ >> PIDS; exec sleep 600' &)
                (setsid env -i sh -c 'echo $$ >> PIDS; sleep 600; true' &)
                echo waiting >&2
                while [ $(wc -l < PIDS) -lt 4 ]; do sleep 0.05; done
                sleep 600
                """;
        Path file = Files.writeString(directory.resolve("pids"), "");
        assertThatThrownBy(() -> runner(script.replace("PIDS", file.toString()), Duration.ofSeconds(3), true)
                        .run())
                .hasMessage("the program did not end within 3000 ms and was killed; it said: waiting");
        List<String> pids = Files.readAllLines(file);
        assertThat(pids).hasSize(4);
        // The last one has taken a session, a parent and an environment of its own: the one way out.
        long escaped = pids.stream().filter(RunningProcess::is).count();
        pids.forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
        assertThat(escaped).isLessThanOrEqualTo(1);
    }

    @Test
    void doesNotWaitForWhoeverKeepsItsOutputOpen() throws IOException {
        Path pid = directory.resolve("pid");
        Run run = runner("echo a=1; sleep 600 & echo $! > " + pid + "; exit 0", LONG, true)
                .run();
        assertThat(run.output().text()).isEqualTo("a=1\n");
        assertThat(RunningProcess.is(Files.readString(pid))).isFalse();
    }

    @Test
    void isNotFilledUpByWhoeverWritesOnAfterTheEnd() throws IOException {
        String endsAfterMuch =
                "(head -c 2000 /dev/zero; touch much; exec yes) &" + " until test -e much; do sleep 0.01; done; exit 0";
        assertThatThrownBy(() -> runner(endsAfterMuch, LONG, true).run())
                .hasMessageContaining("wrote more than 1000 bytes");
        // More than a pipe holds, so that what is still written before the end does not count.
        ProgramCall call = call("(sleep 0.01; exec yes) & echo a=1; exit 0", LONG, 1 << 20, true);
        assertThat(runner(call).run().exitCode()).isZero();
    }

    @Test
    void keepsOnlyTheEndOfEndlessComplaints() throws IOException {
        Run run = runner("head -c 5000000 /dev/zero | tr '\\0' x >&2; echo >&2; echo the end >&2", LONG, true)
                .run();
        assertThat(run.errors()).endsWith("the end").hasSizeLessThan(500);
    }

    @Test
    void endsTheProgramWhenItsThreadIsInterrupted() throws Exception {
        Path pids = directory.resolve("pids");
        AtomicReference<Exception> failure = new AtomicReference<>();
        AtomicBoolean isMarked = new AtomicBoolean();
        String stray = "setsid sh -c 'echo $$ >> " + pids + "; exec sleep 600'";
        Thread running = new Thread(() -> {
            try {
                runner("(" + stray + " &); echo $$ >> " + pids + "; sleep 600", LONG, true)
                        .run();
            } catch (IOException e) {
                failure.set(e);
                isMarked.set(Thread.currentThread().isInterrupted());
            }
        });
        running.start();
        Await.until(
                "two processes",
                () -> Files.exists(pids) && Files.readAllLines(pids).size() == 2);
        running.interrupt();
        running.join();
        assertThat(failure.get()).hasMessage("the program was ended because Hostpulse stops");
        assertThat(isMarked).isTrue();
        assertThat(Files.readAllLines(pids)).noneMatch(RunningProcess::is);
    }

    @Test
    void reportsASignalAsAShellDoes() throws IOException {
        assertThat(runner("kill -9 $$", LONG, true).run().exitCode()).isEqualTo(137);
    }

    @Test
    void givesTheProgramLittleToKnow() throws IOException {
        Run run = runner("env | cut -d= -f1 | sort | tr '\\n' ' '", LONG, true).run();
        assertThat(run.output().text().split(" "))
                .contains("PATH", "TOKEN")
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "LANG",
                        "LC_ALL",
                        "LC_CTYPE",
                        "TZ",
                        "TMPDIR",
                        "TOKEN",
                        Surroundings.MARK,
                        "PWD",
                        "SHLVL",
                        "_",
                        "OLDPWD");
    }

    @Test
    void saysWhatCannotBeStarted() {
        assertThatThrownBy(() -> start("no-such-program", directory))
                .hasMessage("there is no program 'no-such-program' in PATH (/bin)");
        assertThatThrownBy(() -> start("/etc/passwd", directory))
                .hasMessage("/etc/passwd does not exist or cannot be executed");
        assertThatThrownBy(() -> start("sh", Path.of("/nowhere")))
                .hasMessage("the working directory /nowhere does not exist");
    }

    private static Run start(String program, Path directory) throws IOException {
        ProgramCall call = new ProgramCall(List.of(program), directory, Map.of(), LONG, 1_000, true);
        return new Runner(call, new Wrapping(List.of()), Map.of("PATH", "/bin"), System::nanoTime).run();
    }

    private Runner runner(String script, Duration timeout, boolean failsAbove) {
        return runner(call(script, timeout, 1_000, failsAbove));
    }

    private static Runner runner(ProgramCall call) {
        return new Runner(call, Wrapping.available(), System.getenv(), System::nanoTime);
    }

    private ProgramCall call(String script, Duration timeout, int maxOutput, boolean failsAbove) {
        Map<String, Secret> environment = Map.of("TOKEN", new Secret("s3cr3t"));
        return new ProgramCall(
                List.of("/bin/sh", "-c", script), directory, environment, timeout, maxOutput, failsAbove);
    }
}
