package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.DAY;
import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.Bucket;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of one program: its runs, told apart, and the time between them. */
class ProcessRunsTest {

    private static final StreamName PROCESS = new StreamName("process");

    @TempDir
    Path directory;

    private HistoryFixture fixture;
    private HistoryWriter writer;
    private long sequence;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(directory);
        writer = fixture.writer();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private static Fields.Builder program(String name, long pid, double cpu) {
        return Fields.builder()
                .put("pid", pid)
                .put("name", name)
                .put("user", "ada")
                .put("cpu_percent", cpu)
                .put("memory", 4096L);
    }

    private static Fields started(String name, long pid, double cpu, long start) {
        return program(name, pid, cpu)
                .put("start_time", Rfc3339.format(start))
                .put("read_bytes_per_sec", 10.5)
                .missing("write_bytes_per_sec", "not permitted")
                .build();
    }

    private void minute(int minute, Fields... programs) {
        writer.append(HistoryFixture.record(
                PROCESS,
                ++sequence,
                MIDNIGHT + minute * MINUTE,
                Fields.builder().put("top_cpu", List.of(programs)).build()));
        writer.commit();
    }

    private ProcessHistory ask(String name, OptionalLong pid, long to, int points) {
        try (HistoryReader reader = fixture.reader()) {
            return reader.processes(new ProcessQuery(name, pid, MIDNIGHT, to, points));
        }
    }

    private ProcessHistory ask(String name) {
        return ask(name, OptionalLong.empty(), MIDNIGHT + HOUR, 600);
    }

    private static SeriesHistory series(ProcessRun run, String field) {
        return run.series().stream()
                .filter(one -> one.series().path().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsARestartFromTheRunBeforeIt() {
        minute(0, started("java", 7, 10, MIDNIGHT - DAY));
        minute(1, started("java", 7, 20, MIDNIGHT - DAY + SECOND));
        minute(2, started("java", 7, 30, MIDNIGHT + 90 * SECOND));
        minute(3, started("java", 8, 40, MIDNIGHT + 150 * SECOND), started("yes", 9, 99, MIDNIGHT));
        List<ProcessRun> runs = ask("java").runs();
        assertThat(runs).extracting(ProcessRun::pid).containsExactly(8L, 7L, 7L);
        assertThat(runs).extracting(ProcessRun::samples).containsExactly(1L, 1L, 2L);
        assertThat(runs.get(2).first()).isEqualTo(MIDNIGHT);
        assertThat(runs.get(2).last()).isEqualTo(MIDNIGHT + MINUTE);
        assertThat(runs.get(0).user()).contains("ada");
        assertThat(series(runs.get(2), "cpu_percent").buckets())
                .extracting(Bucket::mean)
                .containsExactly(10.0, 20.0);
    }

    @Test
    void breaksTheLineWhereItWasNotAmongTheLargest() {
        minute(0, started("java", 7, 10, MIDNIGHT));
        minute(1, started("java", 7, 20, MIDNIGHT));
        minute(2, started("yes", 9, 99, MIDNIGHT));
        minute(3, started("java", 7, 30, MIDNIGHT));
        SeriesHistory cpu = series(ask("java").runs().get(0), "cpu_percent");
        assertThat(cpu.buckets())
                .extracting(Bucket::start)
                .containsExactly(MIDNIGHT, MIDNIGHT + MINUTE, MIDNIGHT + 3 * MINUTE);
        assertThat(cpu.breaks()).containsExactly(2);
    }

    @Test
    void hasNoSeriesForWhatWasNeverTold() {
        minute(0, started("java", 7, 10, MIDNIGHT));
        assertThat(ask("java").runs().get(0).series())
                .extracting(one -> one.series().path())
                .containsExactly("cpu_percent", "memory", "read_bytes_per_sec");
    }

    @Test
    void thinsToWholeMinutesAndKeepsThePeak() {
        for (int i = 0; i < 60; i++) {
            minute(i, started("java", 7, i == 31 ? 100 : 1, MIDNIGHT));
        }
        ProcessHistory found = ask("java", OptionalLong.empty(), MIDNIGHT + HOUR, 12);
        assertThat(found.width()).isEqualTo(5 * MINUTE);
        SeriesHistory cpu = series(found.runs().get(0), "cpu_percent");
        assertThat(cpu.buckets()).hasSize(12);
        assertThat(cpu.breaks()).isEmpty();
        assertThat(cpu.buckets().get(6).max()).isEqualTo(100);
    }

    @Test
    void keepsAPlaceForTheOneThatWasAskedFor() {
        minute(0, started("cc1", 1, 50, MIDNIGHT));
        for (int i = 1; i <= 50; i++) {
            minute(i, started("cc1", 100 + i, 50, MIDNIGHT + i * MINUTE));
        }
        ProcessHistory all = ask("cc1", OptionalLong.empty(), MIDNIGHT + HOUR, 60);
        assertThat(all.isWhole()).isFalse();
        assertThat(all.runs()).hasSize(ProcessRuns.MAX_RUNS);
        ProcessHistory wanted = ask("cc1", OptionalLong.of(1), MIDNIGHT + HOUR, 60);
        assertThat(wanted.runs()).hasSize(ProcessRuns.MAX_RUNS);
        assertThat(wanted.runs().get(ProcessRuns.MAX_RUNS - 1).pid()).isEqualTo(1);
    }

    @Test
    void knowsNobodyOfAnotherName() {
        minute(0, started("java", 7, 10, MIDNIGHT));
        assertThat(ask("jav").runs()).isEmpty();
        assertThat(ask("jav").isWhole()).isTrue();
    }

    @Test
    void readsAndUpgradesWhatAnOlderVersionWrote() {
        minute(0, program("java", 7, 10).build());
        writer.close();
        downgrade();
        assertThat(ask("java").runs()).extracting(ProcessRun::started).containsExactly(OptionalLong.empty());
        writer = fixture.writer();
        minute(1, started("java", 7, 20, MIDNIGHT));
        List<ProcessRun> runs = ask("java").runs();
        assertThat(runs).extracting(ProcessRun::samples).containsExactly(2L);
        assertThat(runs.get(0).started()).hasValue(MIDNIGHT);
        assertThat(views()).contains("read_bytes_per_sec");
    }

    /** As the first version made it. */
    private void downgrade() {
        try (Database database = Database.open(directory.resolve("history.db"), false)) {
            database.execute("drop view process_metrics");
            List.of("started", "read_rate", "write_rate")
                    .forEach(column -> database.execute("alter table process_sample drop column " + column));
            database.execute(
                    "create view process_metrics as select time, pid from process_sample", "pragma user_version = 1");
        }
    }

    private String views() {
        try (Database database = Database.open(directory.resolve("history.db"), true)) {
            return database.first(
                            "select sql from sqlite_master where name = 'process_metrics'", row -> row.getString(1))
                    .orElseThrow();
        }
    }
}
