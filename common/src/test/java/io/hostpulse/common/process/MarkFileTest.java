package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkFileTest {

    private static final long START = 1_735_905_600_000_000_000L;

    @TempDir
    Path root;

    private DataDirectory data;

    @BeforeEach
    void create() throws Exception {
        data = new DataDirectory(root);
        data.create();
    }

    @Test
    void showsOthersWhatTheProcessIsDoing() throws Exception {
        try (MarkFile file = MarkFile.create(data, "broker", START)) {
            Counter clients = file.counter("clients");
            file.counter("records_total").add(7);
            clients.set(3);
            clients.add(2);
            file.state(ProcessState.RUNNING);
            file.heartbeat(START + 5);

            Mark mark = Mark.read(data, "broker").orElseThrow();
            assertThat(mark.name()).isEqualTo("broker");
            assertThat(mark.version()).isEqualTo(Version.CURRENT);
            assertThat(mark.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(mark.startTime()).isEqualTo(START);
            assertThat(mark.heartbeat()).isEqualTo(START + 5);
            assertThat(mark.state()).isEqualTo(ProcessState.RUNNING);
            assertThat(mark.isAlive()).isTrue();
            assertThat(mark.counters()).containsEntry("clients", 5L).containsEntry("records_total", 7L);
        }
        assertThat(Mark.read(data, "broker").orElseThrow().state()).isEqualTo(ProcessState.STOPPED);
    }

    @Test
    void refusesASecondProcessOfTheSameName() throws Exception {
        try (MarkFile first = MarkFile.create(data, "broker", START)) {
            assertThatThrownBy(() -> MarkFile.create(data, "broker", START))
                    .isInstanceOf(ProcessFailure.class)
                    .hasMessageContaining("'broker' already runs on " + root)
                    .satisfies(e -> assertThat(((ProcessFailure) e).exitCode()).isEqualTo(ExitCode.TEMPORARY));
            first.state(ProcessState.RUNNING);
            assertThat(Mark.read(data, "broker").orElseThrow().state()).isEqualTo(ProcessState.RUNNING);
        }
    }

    @Test
    void isAbsentForAProcessThatNeverRan() throws Exception {
        assertThat(Mark.read(data, "exporter")).isEmpty();
    }

    @Test
    void takesAFileThatIsNoMarkForNone() throws Exception {
        Files.writeString(data.run().resolve("broker.mark"), "nonsense");
        assertThat(Mark.read(data, "broker")).isEmpty();
    }

    @Test
    void knowsThatAPidWasGivenToAnotherProcess() throws Exception {
        MarkFile.create(data, "broker", START).close();
        Mark mark = Mark.read(data, "broker").orElseThrow();
        Mark older = new Mark(
                mark.name(),
                mark.version(),
                mark.pid(),
                mark.processStart() - 10_000,
                mark.startTime(),
                mark.heartbeat(),
                mark.state(),
                mark.counters(),
                mark.condition());
        assertThat(older.isAlive()).isFalse();
    }

    @Test
    void saysWhatKeepsTheProcessFromItsWork() throws Exception {
        try (MarkFile file = MarkFile.create(data, "broker", START)) {
            assertThat(Mark.read(data, "broker").orElseThrow().condition()).isEmpty();
            file.condition("no disk space: 412 MB free, 500 MB needed");
            assertThat(Mark.read(data, "broker").orElseThrow().condition())
                    .isEqualTo("no disk space: 412 MB free, 500 MB needed");
            file.condition("x".repeat(119) + "ü and more");
            assertThat(Mark.read(data, "broker").orElseThrow().condition()).isEqualTo("x".repeat(119));
            file.condition("");
            assertThat(Mark.read(data, "broker").orElseThrow().condition()).isEmpty();
        }
    }

    @Test
    void refusesMoreCountersThanItHasRoomFor() throws Exception {
        try (MarkFile file = MarkFile.create(data, "broker", START)) {
            for (int i = 0; i < MarkLayout.MAX_COUNTERS; i++) {
                file.counter("counter_" + i);
            }
            assertThatThrownBy(() -> file.counter("one_more"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("one_more");
        }
    }
}
