package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.history.HistoryRecord;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistoryWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    private static final StreamName MEMORY = new StreamName("memory");
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    Path root;

    private ConsoleFixture console;
    private long now;

    @BeforeEach
    void prepare() throws IOException {
        console = new ConsoleFixture(root);
        now = console.data.now() / MINUTE * MINUTE;
    }

    /** An hour, a record a minute, ten of which failed; {@code swap.used} came and went before. */
    private void record() {
        try (HistoryWriter writer =
                HistoryWriter.open(root.resolve("data/history"), HistorySettings.DEFAULTS, console.data::now)) {
            long sequence = 1;
            Fields old = Fields.builder()
                    .put("swap", Fields.builder().put("used", 1).build())
                    .build();
            writer.append(record(sequence++, now - 100 * MINUTE, new Reading.Ok(old)));
            for (int i = 0; i < 60; i++) {
                Reading reading = i / 10 == 3
                        ? new Reading.Failed("no answer")
                        : new Reading.Ok(Fields.builder()
                                .put("free", 1_000_000L * i)
                                .put("percentage", i == 45 ? 99.5 : 50)
                                .build());
                writer.append(record(sequence++, now - (60 - i) * MINUTE, reading));
            }
            writer.commit();
        }
    }

    private static HistoryRecord record(long sequence, long time, Reading reading) {
        return new HistoryRecord(MEMORY, sequence, new Snapshot(time, reading));
    }

    @Test
    void showsWhatEachFieldDid() {
        record();
        assertThat(console.run("history", "memory", "--last", "1h")).isZero();
        List<String> lines = console.out().lines().toList();
        assertThat(lines.get(0)).startsWith("memory from ");
        assertThat(lines.get(2)).matches("FIELD +MIN +MEAN +MAX +LAST +VALUES +GAPS +OVER TIME");
        assertThat(lines.get(3)).matches("free +(0|1000000) +\\d+ +59000000 +59000000 +(49|50) +1 +▁▁.* .*█");
        assertThat(lines.get(4)).matches("percentage +50 +5\\d\\.?\\d* +99.5 +50 +(49|50) +1 +▁.* .*█▁+");
        assertThat(lines.get(5)).matches("swap.used +- +- +- +- +- +- +no value: no answer");
    }

    @Test
    void showsFieldsThatAreNamed() {
        record();
        assertThat(console.run("history", "memory", "sw*", "free", "--last", "2h"))
                .isZero();
        assertThat(console.out().lines().skip(3))
                .hasSize(2)
                .anyMatch(line -> line.matches("swap.used +1 +1 +1 +1 +1 +0 +▁"));
    }

    @Test
    void tellsProgramsEveryPointAndEveryGap() {
        record();
        assertThat(console.run("history", "memory", "percentage", "--last", "1h", "--json"))
                .isZero();
        Fields answer = new PayloadReader().read(console.out().getBytes(StandardCharsets.UTF_8));
        Fields series = (Fields)
                ((Value.Sequence) answer.get("series").orElseThrow()).values().get(0);
        List<? extends Value> means = ((Value.Sequence) series.get("mean").orElseThrow()).values();
        assertThat(means.stream().filter(Value.Missing.class::isInstance)).hasSize(1);
        assertThat(means).hasSizeBetween(50, 51);
        assertThat(((Value.Sequence) series.get("gaps").orElseThrow()).values()).hasSize(1);
    }

    @Test
    void saysThatThereIsNoHistory() {
        assertThat(console.run("history", "memory")).isEqualTo(1);
        assertThat(console.err())
                .contains("there is no history in ")
                .contains("it begins when the exporter first runs");
    }

    @Test
    void saysThatNothingIsInItYet() {
        HistoryWriter.open(root.resolve("data/history"), HistorySettings.DEFAULTS, console.data::now)
                .close();
        assertThat(console.run("history", "memory")).isZero();
        assertThat(console.err()).contains("nothing in the history yet");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        record();
        assertThat(console.run("history", "memroy")).isEqualTo(1);
        assertThat(console.err()).contains("did you mean 'memory'?");
        assertThat(console.run("history", "memory", "percentag")).isEqualTo(2);
        assertThat(console.err()).contains("did you mean 'percentage'?");
        assertThat(console.run("history", "memory", "--last", "1h", "--from", "2h"))
                .isEqualTo(2);
        assertThat(console.err()).contains("not both");
        assertThat(console.run("history", "memory", "--from", "1h", "--to", "2h"))
                .isEqualTo(2);
        assertThat(console.run("history", "memory", "--points", "0")).isEqualTo(2);
        assertThat(console.run("history", "memory", "--last", "soon")).isEqualTo(2);
    }
}
