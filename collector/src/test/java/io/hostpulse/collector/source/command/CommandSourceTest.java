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
    void runsTheProgramWhereItIsToldAndTellsItWhatItIsTold() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Files.writeString(folder.resolve("here"), "");
        Fields fields = read(
                "test -e here; echo \"here=$?\"; echo \"mode=$MODE\"; echo \"password_length=${#PASSWORD}\"",
                "working_directory: " + folder,
                "environment: {PASSWORD_file: " + secret + ", MODE: fast}");
        assertThat(fields.get("values"))
                .contains(Fields.builder()
                        .put("here", 0)
                        .put("mode", "fast")
                        .put("password_length", 7)
                        .build());
    }

    @Test
    void failsWhereThereIsNoCompleteOutput() {
        assertThatThrownBy(() -> readCommand("[no-such-program]"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("there is no program 'no-such-program' in PATH (");
        assertThatThrownBy(() -> read("head -c 2000000 /dev/zero", "max_output: 1MB"))
                .hasMessage("the program wrote more than 1048576 bytes (max_output) and was killed");
        assertThatThrownBy(() -> read("sleep 600", "timeout: 100ms"))
                .hasMessage("the program did not end within 100 ms and was killed");
    }

    @Test
    void needsNoShell() throws Exception {
        Options options = Options.inFile(folder, "command: [printf, 'a=%s', $HOME;]\n");
        try (Source source = new CommandSourceType().configure(options.node()).open(Options.nowhere())) {
            assertThat(values(source.read()).get("a")).contains(new Value.Text("$HOME;"));
        }
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
}
