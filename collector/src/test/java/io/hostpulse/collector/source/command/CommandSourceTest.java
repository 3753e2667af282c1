package io.hostpulse.collector.source.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.Options;
import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs real programs, good ones and bad ones. */
@Timeout(60)
class CommandSourceTest {

    @TempDir
    Path folder;

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auto       | {\"depth\": 17, \"ready\": true}",
                "json       | {\"depth\": 17, \"ready\": true}",
                "auto       | # queue~depth=17~ready = true",
                "auto       | depth: 17~ready true",
                "keyvalue   | depth 17~~ready=true"
            })
    void takesValuesHoweverTheyAreWritten(String format, String output) throws Exception {
        Fields fields = read("cat <<'END'\n" + output.replace("~", "\n") + "\nEND", "format: " + format);
        assertThat(fields.get("exit_code")).contains(new Value.Whole(0));
        assertThat(((Value.Real) fields.get("duration_ms").orElseThrow()).value())
                .isPositive();
        assertThat(fields.get("values"))
                .contains(Fields.builder().put("depth", 17).put("ready", true).build());
    }

    @ParameterizedTest
    @CsvSource({"auto", "prometheus"})
    void takesSeriesOfPrometheus(String format) throws Exception {
        Fields fields = read("printf 'depth 17\\nreq{code=\"200\"} 3\\n'", "format: " + format);
        assertThat(((Fields) fields.get("values").orElseThrow()).get("depth")).contains(new Value.Whole(17));
        assertThat(((Fields) fields.get("series").orElseThrow()).get("req")).isPresent();
    }

    @Test
    void takesTheWantedValuesOfJson() throws Exception {
        Fields fields =
                read("echo '{\"q\": [{\"n\": 1}, {\"n\": 2}]}'", "metrics: {all: \"$.q[*].n.sum()\", gone: $.x}");
        assertThat(fields.get("values"))
                .contains(Fields.builder()
                        .put("all", 3)
                        .missing("gone", "$.x: has no 'x'")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "printf '\\377\\000\\001'      | the output is not in UTF-8",
                "echo nothing                  | the output has no values: line 1: expected key=value, the key of 1 to 100 letters, digits, '_', ':' or '-', and no digit or '-' first",
                "echo 'a=1'; echo 'a=2'        | the output has no values: line 2: the key a is there twice",
                "echo '{\"a\": '               | no JSON, line 2, column 1",
                "echo '# TYPE a gauge'; echo a | the output has no values: line 2: expected a number, found ''"
            })
    void saysWhyThereAreNoValues(String script, String reason) throws Exception {
        assertThat(read(script).get("values")).contains(new Value.Missing(reason));
    }

    @Test
    void reportsAnExitCodeAndWhatWasSaid() throws Exception {
        Fields fields = read("echo 'a=1'; for i in 1 2 3; do echo \"bad $i\" >&2; done; exit 3");
        assertThat(fields.get("exit_code")).contains(new Value.Whole(3));
        assertThat(fields.get("values"))
                .contains(new Value.Missing("the program ended with exit code 3; it said: bad 1 / bad 2 / bad 3"));
    }

    @Test
    void reportsASignalAsAShellDoes() throws Exception {
        assertThat(read("kill -9 $$").get("exit_code")).contains(new Value.Whole(137));
    }

    @Test
    void givesTheProgramLittleToKnow() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Files.writeString(folder.resolve("here"), "");
        Fields fields = read(
                "test -e here; echo \"here=$?\"; echo \"password_length=${#PASSWORD}\"; env | cut -d= -f1 | sort | tr '\\n' ' ' | sed 's/^/names=/'",
                "working_directory: " + folder,
                "environment: {PASSWORD_file: " + secret + ", MODE: fast}");
        Fields values = (Fields) fields.get("values").orElseThrow();
        assertThat(values.get("here")).contains(new Value.Whole(0));
        assertThat(values.get("password_length")).contains(new Value.Whole(7));
        String names = ((Value.Text) values.get("names").orElseThrow()).value();
        assertThat(names.split(" "))
                .contains("PATH", "MODE", "PASSWORD")
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
                        "MODE",
                        "PASSWORD",
                        "COMMAND_OF_HOSTPULSE",
                        "PWD",
                        "SHLVL",
                        "_",
                        "OLDPWD");
    }

    @Test
    void doesNotShowTheSecretsThatAProgramPrints() throws Exception {
        assertThat(read("echo \"no entry with $PASSWORD\" >&2; exit 1", "environment: {PASSWORD: hunter2}")
                        .get("values"))
                .contains(new Value.Missing("the program ended with exit code 1; it said: no entry with ***"));
    }

    @Test
    void needsNoShell() throws Exception {
        Options options = Options.inFile(folder, "command: [printf, 'a=%s', $HOME;]\n");
        try (Source source = new CommandSourceType().configure(options.node()).open(Options.nowhere())) {
            assertThat(values(source.read()).get("a")).contains(new Value.Text("$HOME;"));
        }
    }

    @Test
    void saysWhatCannotBeStarted() {
        assertThatThrownBy(() -> readCommand("[no-such-program]"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("there is no program 'no-such-program' in PATH (");
        assertThatThrownBy(() -> readCommand("[/etc/passwd]"))
                .hasMessage("/etc/passwd does not exist or cannot be executed");
        assertThatThrownBy(() -> readCommand("[sh]\nworking_directory: /nowhere"))
                .hasMessage("the working directory /nowhere does not exist");
    }

    @Test
    void killsAProgramThatTakesTooLongAndAllThatComesFromIt() throws Exception {
        String script = """
                trap '' TERM
                (trap '' TERM INT HUP; echo $BASHPID >> PIDS; exec sleep 600) &
                setsid sh -c 'echo $$ >> PIDS; exec sleep 600' &
                (setsid sh -c 'echo $$ >> PIDS; exec sleep 600' &)
                (setsid env -i sh -c 'echo $$ >> PIDS; sleep 600; true' &)
                echo waiting >&2
                while [ $(wc -l < PIDS) -lt 4 ]; do sleep 0.05; done
                sleep 600
                """.replace("PIDS", folder.resolve("pids").toString());
        Files.writeString(folder.resolve("pids"), "");
        assertThatThrownBy(() -> readCommand("[bash, -c, " + quoted(script) + "]\ntimeout: 3s"))
                .hasMessage("the program did not end within 3000 ms and was killed; it said: waiting");
        // The last one has taken a session, a parent and an environment of its own: the one way out.
        List<Long> pids = Files.readAllLines(folder.resolve("pids")).stream()
                .map(Long::parseLong)
                .toList();
        assertThat(pids).hasSize(4);
        long escaped = pids.stream().filter(CommandSourceTest::isRunning).count();
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        assertThat(escaped).isLessThanOrEqualTo(1);
    }

    @Test
    void doesNotWaitForWhoeverKeepsItsOutputOpen() throws Exception {
        Path pid = folder.resolve("pid");
        Fields fields = read("echo a=1; sleep 600 & echo $! > " + pid + "; exit 0");
        assertThat(((Fields) fields.get("values").orElseThrow()).get("a")).contains(new Value.Whole(1));
        assertThat(isRunning(Long.parseLong(Files.readString(pid).strip()))).isFalse();
    }

    @Test
    void isNotFilledUpByWhoeverWritesOnAfterTheEnd() throws Exception {
        assertThatThrownBy(() -> read("yes & sleep 0.2; exit 0")).hasMessageContaining("wrote more than 1048576 bytes");
        assertThat(read("(sleep 0.01; exec yes) & echo a=1; exit 0").get("exit_code"))
                .contains(new Value.Whole(0));
    }

    @Test
    void killsAProgramThatWritesTooMuch() {
        assertThatThrownBy(() -> read("head -c 20000000 /dev/zero", "max_output: 1MB"))
                .hasMessage("the program wrote more than 1048576 bytes (max_output) and was killed");
    }

    @Test
    void keepsOnlyTheEndOfEndlessComplaints() throws Exception {
        Fields fields = read("head -c 5000000 /dev/zero | tr '\\0' x >&2; echo; echo the end >&2; exit 1");
        String reason = ((Value.Missing) fields.get("values").orElseThrow()).reason();
        assertThat(reason).endsWith("the end").hasSizeLessThan(500);
    }

    @Test
    void endsTheProgramWhenItsThreadIsInterrupted() throws Exception {
        Path pid = folder.resolve("pid");
        Thread reading = new Thread(() -> {
            try {
                read("echo $$ > " + pid + "; sleep 600");
            } catch (Exception expected) {
                assertThat(expected).hasMessageContaining("because Hostpulse stops");
            }
        });
        reading.start();
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            LockSupport.parkNanos(5_000_000);
        }
        reading.interrupt();
        reading.join();
        assertThat(isRunning(Long.parseLong(Files.readString(pid).strip()))).isFalse();
    }

    @Test
    void tellsWhatIsWrongWithItsOptions() {
        assertThat(problems("interval: 10s"))
                .containsExactly("is missing: write the program and its arguments as a list, [df, --output=pcent, /]");
        assertThat(problems("command: df -h /"))
                .containsExactly("no shell takes it apart: write a list, such as [df, --output=pcent, /], or [sh, -c,"
                        + " \"…\"] if it needs a shell");
        assertThat(problems("command: [df]\nenvironment: {9x: a}"))
                .containsExactly("is no name for a variable: use letters, digits and '_', and no digit first");
        assertThat(problems("command: [df]\nformat: prometheus\nmetrics: {a: $.a}"))
                .containsExactly("takes values from JSON, which 'format' rules out: remove one of them");
        assertThat(problems("command: [df]\ntimeout: 1m"))
                .containsExactly("'1m' is out of range: it must be from 10ms to 30s");
    }

    private List<String> problems(String yaml) {
        Options options = Options.inFile(folder, yaml);
        CommandOptions.from(options.node());
        return options.problems();
    }

    private Fields read(String script, String... more) throws Exception {
        Path file = folder.resolve("script");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return readCommand("[" + file + "]\n" + String.join("\n", more));
    }

    private Fields readCommand(String command) throws Exception {
        Options options = Options.inFile(folder, "command: " + command + "\n");
        try (Source source = new CommandSourceType().configure(options.node()).open(Options.nowhere())) {
            assertThat(options.problems()).isEmpty();
            return ((Reading.Ok) source.read()).fields();
        }
    }

    private static Fields values(Reading reading) {
        return (Fields) ((Reading.Ok) reading).fields().get("values").orElseThrow();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static boolean isRunning(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
