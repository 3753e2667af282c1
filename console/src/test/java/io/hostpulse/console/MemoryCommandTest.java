package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ProcessState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCommandTest {

    private static final long MB = 1 << 20;

    @TempDir
    private Path root;

    private ConsoleFixture console;
    private Path run;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
        run = console.data.data().run();
    }

    private static Reading record() {
        Fields broker = Fields.builder()
                .put("name", "broker")
                .put("state", "running")
                .put("pid", 42)
                .put("uptime_seconds", 192.4)
                .put("rss", 60 * MB)
                .missing("pss", "asked for every 30 s")
                .put("heap_used", 9 * MB)
                .put("cpu_percent", 0.42)
                .put("counters", Fields.builder().put("clients", 3).build())
                .put(
                        "trend",
                        Fields.builder()
                                .put("average_memory", 55 * MB)
                                .put("growth_rate_per_hour", 12 * MB)
                                .build())
                .put("health", "leaking")
                .put("reasons", List.of(new Value.Text("memory grew steadily")))
                .build();
        Fields disk = Fields.builder()
                .put("name", "collector-disk")
                .put("state", "stopped")
                .put("health", "healthy")
                .put("reasons", List.of())
                .build();
        return new Reading.Ok(Fields.builder()
                .put("health", "leaking")
                .put("warnings", List.of(new Value.Text("broker: memory grew steadily\u001b[2J")))
                .put("rss", 60 * MB)
                .missing("pss", "not known yet of broker")
                .put("cpu_percent", 0.42)
                .put("disk_bytes", 8 * MB)
                .put("processes", List.of(broker, disk))
                .build());
    }

    @Test
    void showsWhatEachProcessTakesAndWhatIsWrong() {
        console.data.write("pipeline", record());
        assertThat(console.run("memory")).isZero();
        assertThat(console.out())
                .startsWith(
                        "Hostpulse leaking, 500 ms ago: - proportional, 60.0 MB resident, 0.4 % of a core, 8.0 MB on disk\n\n")
                .containsPattern(
                        "broker +running +3 m 12 s +60.0 MB +- +9.0 MB +- +- +- +0.4 % +55.0 MB +12.0 MB +leaking\n")
                .containsPattern("collector-disk +stopped +- +- +- +- .*healthy\n")
                .contains("\nbroker: memory grew steadily")
                .doesNotContain("\u001b");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void showsEverythingOfOneProcessAndWhyTheRestIsUnknown() {
        console.data.write("pipeline", record());
        assertThat(console.run("memory", "broker")).isZero();
        assertThat(console.out())
                .containsPattern("health +leaking\n +memory grew steadily\n")
                .containsPattern("resident +60.0 MB\n")
                .containsPattern("proportional +- \\(asked for every 30 s\\)\n")
                .containsPattern("growth an hour +12.0 MB\n")
                .containsPattern("clients +3\n");
        assertThat(console.run("memory", "collector-disk")).isZero();
        assertThat(console.out()).containsPattern("state +stopped\n");
    }

    @Test
    void speaksToProgramsWithTheReasons() {
        console.data.write("pipeline", record());
        assertThat(console.run("memory", "--json")).isZero();
        assertThat(console.out())
                .startsWith("{\"timestamp\":\"2025-01-03T10:15:30.000000Z\",\"age_seconds\":0.5,\"stale\":false,"
                        + "\"data\":{\"health\":\"leaking\"")
                .contains("\"missing\":{\"data.pss\":\"not known yet of broker\","
                        + "\"data.processes[0].pss\":\"asked for every 30 s\"}");
        assertThat(console.run("memory", "broker", "--json")).isZero();
        assertThat(console.out())
                .contains("\"process\":{\"name\":\"broker\"")
                .contains("\"missing\":{\"process.pss\":\"asked for every 30 s\"}");
    }

    @Test
    void saysThatAnOldRecordIsOld() {
        console.data.write("pipeline", record());
        console.data.step(Duration.ofMinutes(5));
        assertThat(console.run("memory")).isEqualTo(1);
        assertThat(console.out()).contains("broker");
        assertThat(console.err())
                .isEqualTo("hostpulse: this is how it was 5 m 0 s ago: the stream 'pipeline' is stale;"
                        + " see 'hostpulse status'\n");
    }

    @Test
    void saysThatThereIsNoRecord() {
        assertThat(console.run("memory")).isEqualTo(1);
        assertThat(console.err()).startsWith("hostpulse: the stream 'pipeline' has no record in ");
        console.data.write("pipeline", new Reading.Failed("no answer within 5000 ms"));
        assertThat(console.run("memory", "--json")).isEqualTo(1);
        assertThat(console.err())
                .contains("the newest record of the stream 'pipeline' holds no data: no answer within 5000 ms");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void guessesTheProcessThatWasMeant() {
        console.data.write("pipeline", record());
        assertThat(console.run("memory", "borker")).isEqualTo(1);
        assertThat(console.err())
                .isEqualTo("hostpulse: there is no process 'borker'; did you mean 'broker'?; there are: broker,"
                        + " collector-disk\n");
    }

    @Test
    void refusesANameBesideTheOneToCollect() {
        assertThat(console.run("memory", "broker", "--gc", "broker")).isEqualTo(2);
        assertThat(console.err()).contains("leave 'broker' out");
    }

    private void broker(ProcessState state) throws IOException {
        console.proc.process(42, "java io.hostpulse.broker.BrokerMain");
        console.data.mark("broker", 42, state, console.data.now());
    }

    /** What the process does on its heartbeat, while the command waits. */
    private void answer() {
        try {
            String word = Files.readString(run.resolve("broker.gc-request"));
            Files.delete(run.resolve("broker.gc-request"));
            Files.writeString(
                    run.resolve("broker.gc-report"),
                    "{\"request\":\"" + word + "\",\"heap_before\":9437184,\"heap_after\":4194304,"
                            + "\"duration_ns\":12000000,\"rss_before\":52428800}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("gc"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void collectsTheGarbageOfAProcess() throws IOException {
        broker(ProcessState.RUNNING);
        console.pause = moment -> answer();
        assertThat(console.run("memory", "--gc", "broker")).isZero();
        assertThat(console.out())
                .isEqualTo("broker: 5.0 MB freed in 12 ms; heap 9.0 MB before, 4.0 MB after;"
                        + " resident 50.0 MB before, - after\n");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void tellsProgramsWhatWasCollected() throws IOException {
        broker(ProcessState.RUNNING);
        console.pause = moment -> answer();
        assertThat(console.run("memory", "--gc", "broker", "--json")).isZero();
        assertThat(console.out())
                .isEqualTo("{\"process\":\"broker\",\"memory_freed\":5242880,\"objects_collected\":null,"
                        + "\"heap_before\":9437184,\"heap_after\":4194304,\"rss_before\":52428800,\"rss_after\":null,"
                        + "\"duration_ms\":12.0,\"missing\":{\"objects_collected\":\"the JVM does not count objects\","
                        + "\"rss_after\":\"this system does not tell it\"}}\n");
    }

    @Test
    void waitsTenSecondsForAnAnswer() throws IOException {
        broker(ProcessState.RUNNING);
        console.pause = moment -> {
            console.data.step(Duration.ofMillis(500));
            beat();
        };
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        assertThat(console.err())
                .isEqualTo("hostpulse: broker has not answered within 10 s: see 'hostpulse status', and"
                        + " 'hostpulse logs broker'\n");
        assertThat(leftovers()).isEmpty();
    }

    private void beat() {
        try {
            console.data.mark("broker", 42, ProcessState.RUNNING, console.data.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noticesThatTheProcessHasEnded() throws IOException {
        broker(ProcessState.RUNNING);
        console.pause = moment -> {
            try {
                console.proc.process(42, "java io.hostpulse.broker.BrokerMain", "Z");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        assertThat(console.err()).isEqualTo("hostpulse: broker ended before it answered\n");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void asksNobodyWhoCannotAnswer() throws IOException {
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        broker(ProcessState.STOPPED);
        console.proc.process(42, "vim");
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        broker(ProcessState.RUNNING);
        console.data.step(Duration.ofMinutes(1));
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        assertThat(console.err().lines())
                .containsExactly(
                        "hostpulse: there is no process 'broker': nothing has run here yet",
                        "hostpulse: broker does not run (stopped): there is nothing to collect",
                        "hostpulse: broker is hung and sees no request: restart it with 'hostpulse restart broker'");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void doesNotDisturbSomebodyElsesRequest() throws IOException {
        broker(ProcessState.RUNNING);
        Path request = Files.writeString(run.resolve("broker.gc-request"), "other");
        Files.setLastModifiedTime(request, FileTime.fromMillis(console.data.now() / 1_000_000));
        assertThat(console.run("memory", "--gc", "broker")).isEqualTo(1);
        assertThat(console.err()).contains("broker is being asked by somebody else right now");
        assertThat(request).hasContent("other");
    }
}
