package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.ProcessState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
    }

    @Test
    void saysWhatRuns() throws IOException {
        console.proc
                .process(41, "bash ./scripts/hostpulse up")
                .process(42, "java io.hostpulse.collector.CollectorMain");
        console.data.supervisor("supervisor 41 1735899000 0.1.0", "collector-memory running 42 0 1735899001 - 0");
        console.data.write("memory", 4);
        console.data.mark("collector-memory", 42, ProcessState.RUNNING, console.data.now());
        assertThat(console.run("status")).isZero();
        assertThat(console.out())
                .startsWith("Hostpulse 0.1.0 on tower — 1 of 1 processes running, 1 stream, all fresh\n")
                .contains("\nmemory     4  500 ms    2.0")
                .doesNotContain("\u001b");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void endsWithOneWhenNothingRuns() {
        assertThat(console.run("status")).isEqualTo(1);
        assertThat(console.out())
                .isEqualTo("Hostpulse is not running on " + root.resolve("data") + ": start it with 'hostpulse up'\n");
        assertThat(console.run("status", "--json")).isEqualTo(1);
        assertThat(console.out()).contains("{\"running\":false,");
    }

    @Test
    void tailsAStreamOfAnotherDirectory() {
        console.data.write("memory", 3);
        assertThat(console.run("tail", "memory", "-n", "1", "--data", "data")).isZero();
        assertThat(console.out()).isEqualTo("2025-01-03 10:15:31.000  #3  ok  n=3\n");
    }

    @Test
    void guessesTheStreamThatWasMeant() {
        console.data.write("memory", 3);
        assertThat(console.run("tail", "memroy")).isEqualTo(1);
        assertThat(console.err()).startsWith("hostpulse: there is no stream 'memroy'; did you mean 'memory'?");
    }

    @Test
    void refusesATimeOrNumberThatIsNone() {
        assertThat(console.run("tail", "memory", "--since", "noon")).isEqualTo(2);
        assertThat(console.err()).startsWith("--since 'noon' is no time");
        assertThat(console.run("tail", "memory", "-n", "-1")).isEqualTo(2);
        assertThat(console.run("tail", "memory", "-n", "1", "--since", "5m")).isEqualTo(2);
    }

    @Test
    void listsTheQueues() throws IOException {
        console.data.write("memory", 3);
        console.data.consumer("csv", "memory", 1);
        assertThat(console.run("queues")).isZero();
        assertThat(console.out())
                .containsPattern("memory +1 +1\\.\\d MB +3 +2025-01-03T10:15:30.000000Z"
                        + " +2025-01-03T10:15:31.000000Z +collector-memory \\(gone\\) +csv at 1 \\(2 behind\\)\n");
    }

    @Test
    void tellsTheScriptWhatToStart() throws IOException {
        Files.writeString(root.resolve("config.yaml"), """
                sources:
                  disk:
                    enabled: false
                  second-memory:
                    type: memory
                broker:
                  host: 0.0.0.0
                """);
        assertThat(console.run("processes", "--set", "broker.port=9000")).isZero();
        assertThat(console.out()).isEqualTo("""
                data	%s
                url	http://127.0.0.1:9000/
                collector-processor	io.hostpulse.collector.CollectorMain	--source	processor
                collector-memory	io.hostpulse.collector.CollectorMain	--source	memory
                collector-gpu	io.hostpulse.collector.CollectorMain	--source	gpu
                collector-network	io.hostpulse.collector.CollectorMain	--source	network
                collector-system	io.hostpulse.collector.CollectorMain	--source	system
                collector-process	io.hostpulse.collector.CollectorMain	--source	process
                collector-sensors	io.hostpulse.collector.CollectorMain	--source	sensors
                collector-pipeline	io.hostpulse.collector.CollectorMain	--source	pipeline
                collector-second-memory	io.hostpulse.collector.CollectorMain	--source	second-memory
                alerter	io.hostpulse.alerter.AlerterMain
                exporter	io.hostpulse.exporter.ExporterMain
                broker	io.hostpulse.broker.BrokerMain
                """.formatted(root.resolve("data")));
    }

    @Test
    void startsNothingWithAWrongConfiguration() throws IOException {
        Files.writeString(root.resolve("config.yaml"), "broker:\n  prot: 1\n  port: many\n");
        assertThat(console.run("processes")).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("config.yaml:2: broker.prot: unknown key; did you mean 'port'?");
    }

    @Test
    void checksTheConfiguration() throws IOException {
        assertThat(console.run("config", "check")).isZero();
        assertThat(console.out()).isEqualTo("config.yaml is fine\n");
        Files.writeString(root.resolve("other.yaml"), "sources:\n  memory:\n    interval: 5\n");
        assertThat(console.run("config", "check", "--config", "other.yaml")).isEqualTo(2);
        assertThat(console.err()).startsWith("other.yaml:3: sources.memory.interval: ");
    }

    @Test
    void suggestsWhatWasMeantAndExplainsTheUsageOnStderr() {
        assertThat(console.run("statsu")).isEqualTo(2);
        assertThat(console.err()).contains("statsu").contains("hostpulse status");
        assertThat(console.run("status", "--jsn")).isEqualTo(2);
        assertThat(console.err()).contains("Unknown option: '--jsn'").contains("--json");
        assertThat(console.run()).isEqualTo(2);
        assertThat(console.err()).contains("Usage: hostpulse");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void helpsOnStdoutWithAnExampleAndWithoutWhatOnlyTheScriptNeeds() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.out()).contains("status", "tail", "queues", "config").doesNotContain("processes");
        assertThat(console.run("tail", "--help")).isZero();
        assertThat(console.out()).contains("Example: hostpulse tail processor -f");
    }
}
