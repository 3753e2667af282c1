package io.hostpulse.collector.ps;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the processes of this machine, of which this test is one. */
class PsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void showsThisProcessAsATableAndAsATree() {
        assertThat(run("--tree")).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^ *" + ProcessHandle.current().pid() + " .*─ java ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesOneJsonDocument() {
        assertThat(run("--json", "--sort", "memory")).isZero();
        Fields read = new PayloadReader().read(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(((Value.Sequence) read.get("processes").orElseThrow()).values())
                .anySatisfy(row -> assertThat(((Fields) row).get("pid"))
                        .contains(new Value.Whole(ProcessHandle.current().pid())));
    }

    @Test
    void leavesOutCommandLinesIfTheConfigurationSaysSo() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.yaml"), "sources: {process: {command_lines: false, interval: 9s}}\nlamps: {}\n");
        assertThat(run("--config", config.toString(), "--json", "-n", "1")).isZero();
        assertThat(out.toString()).contains("\"pid\"").doesNotContain("\"command\"");
    }

    @Test
    void showsNothingWhenItDoesNotKnowWhatToHide() {
        assertThat(run("--set", "sources.process.masks=(")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("is no regular expression");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: hostpulse ps");
        assertThat(run("--tre")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new PsCommand(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Style.PLAIN,
                        Integer.MAX_VALUE,
                        Optional.of(folder.resolve("absent.yaml")).filter(Files::exists),
                        Map.of("HOSTPULSE_BROKER_PORT", "1"))
                .run(arguments);
    }
}
