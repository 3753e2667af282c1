package io.hostpulse.collector.source.pipeline;

import static io.hostpulse.collector.source.pipeline.MemoryShapes.MB;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.status.ProcFiles;
import io.hostpulse.common.status.StreamReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineSourceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long KB = 1024;

    @TempDir
    private Path root;

    private DataDirectory data;
    private FakeProc proc;
    private long now = 1_735_899_330L * SECOND;
    private PipelineSource source;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(root.resolve("data"));
        data.create();
        proc = new FakeProc(root.resolve("proc")).create();
        ProcFiles files = new ProcFiles(proc.root());
        LinuxProcessGauge gauge = new LinuxProcessGauge(proc.root());
        source = new PipelineSource(
                new Roster(data, files::times, () -> now),
                new Observer(gauge, () -> now, Duration.ofHours(1)),
                new StreamReader(data, files::times),
                new StreamMeter(() -> now),
                new TotalFields(gauge.machineMemory()),
                new ProcessFields(gauge.machineMemory()));
    }

    private Fields read() throws IOException {
        Fields fields = ((Reading.Ok) source.read()).fields();
        source.prepareNext();
        return fields;
    }

    private Fields readAfter(long seconds) throws IOException {
        now += seconds * SECOND;
        return read();
    }

    private void mark(String name, long pid) throws IOException {
        mark(name, pid, 9 * MB);
    }

    private void mark(String name, long pid, long heapUsed) throws IOException {
        new FakeMark(name)
                .counter("messages_skipped_total", 7)
                .counter("jvm_heap_used_bytes", heapUsed)
                .counter("jvm_heap_committed_bytes", 12 * MB)
                .counter("jvm_heap_max_bytes", 64 * MB)
                .counter("jvm_gc_young_total", 5)
                .counter("jvm_gc_young_ms_total", 42)
                .write(data, pid, ProcessState.RUNNING, now);
    }

    private static Fields process(Fields fields, String name) {
        return list(fields, "processes").stream()
                .filter(process -> text(process, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fields> list(Fields fields, String name) {
        List<Fields> found = new ArrayList<>();
        ((Value.Sequence) fields.get(name).orElseThrow()).values().forEach(value -> found.add((Fields) value));
        return found;
    }

    private static List<? extends Value> texts(Fields fields, String name) {
        return ((Value.Sequence) fields.get(name).orElseThrow()).values();
    }

    private static Value value(Fields fields, String path) {
        Value found = fields;
        for (String name : path.split("\\.", -1)) {
            found = ((Fields) found).get(name).orElseThrow(() -> new AssertionError(path + " in " + fields));
        }
        return found;
    }

    private static long whole(Fields fields, String path) {
        return ((Value.Whole) value(fields, path)).value();
    }

    private static double real(Fields fields, String path) {
        return ((Value.Real) value(fields, path)).value();
    }

    private static String text(Fields fields, String path) {
        return ((Value.Text) value(fields, path)).value();
    }

    @Test
    void putsTogetherWhatMarkAndKernelSayOfAProcess() throws IOException {
        proc.process(42, 600, 100, 64 * KB).open(42, 0, "pipe:[76]").open(42, 1, "socket:[77]");
        mark("broker", 42);
        read();
        Fields broker = process(readAfter(5), "broker");
        assertThat(text(broker, "state")).isEqualTo("running");
        assertThat(whole(broker, "pid")).isEqualTo(42);
        assertThat(real(broker, "uptime_seconds")).isEqualTo(600);
        assertThat(real(broker, "heartbeat_age_seconds")).isEqualTo(5);
        assertThat(whole(broker, "rss")).isEqualTo(64 * MB);
        assertThat(real(broker, "percent")).isEqualTo(0.39);
        assertThat(whole(broker, "pss")).isEqualTo(32 * MB);
        assertThat(whole(broker, "thread_count")).isEqualTo(21);
        assertThat(whole(broker, "open_files")).isEqualTo(2);
        assertThat(whole(broker, "connections")).isEqualTo(1);
        assertThat(whole(broker, "heap_used")).isEqualTo(9 * MB);
        assertThat(whole(broker, "gc_collections.young")).isEqualTo(5);
        assertThat(real(broker, "gc_seconds.young")).isEqualTo(0.042);
        assertThat(value(broker, "gc_collections.old")).isInstanceOf(Value.Missing.class);
        assertThat(value(broker, "direct_memory")).isInstanceOf(Value.Missing.class);
        assertThat(value(broker, "counters"))
                .isEqualTo(Fields.builder().put("messages_skipped_total", 7).build());
    }

    @Test
    void measuresTheProcessorOverHalfAMinute() throws IOException {
        proc.process(42, 600, 100, 64 * KB);
        mark("broker", 42);
        assertThat(value(process(read(), "broker"), "cpu_percent")).isInstanceOf(Value.Missing.class);
        proc.process(42, 605, 101, 64 * KB);
        assertThat(real(process(readAfter(5), "broker"), "cpu_percent")).isEqualTo(0.2);
        for (int i = 0; i < 6; i++) {
            readAfter(5);
        }
        assertThat(real(process(readAfter(5), "broker"), "cpu_percent")).isZero();
    }

    @Test
    void sumsUpTheLiveProcesses() throws IOException {
        proc.process(42, 600, 100, 64 * KB).process(43, 600, 100, 32 * KB);
        mark("broker", 42);
        mark("collector-disk", 43);
        mark("collector-gpu", 44);
        read();
        Fields fields = readAfter(5);
        assertThat(whole(fields, "process_count")).isEqualTo(3);
        assertThat(whole(fields, "running_count")).isEqualTo(2);
        assertThat(whole(fields, "rss")).isEqualTo(96 * MB);
        assertThat(whole(fields, "pss")).isEqualTo(48 * MB);
        assertThat(whole(fields, "heap_used")).isEqualTo(18 * MB);
        assertThat(whole(fields, "thread_count")).isEqualTo(42);
        assertThat(real(fields, "percent")).isEqualTo(0.59);
        assertThat(value(fields, "growth_rate_per_hour")).isEqualTo(new Value.Missing("not known yet of broker"));
    }

    @Test
    void aSumOfWhichAPartIsUnknownIsUnknown() throws IOException {
        proc.process(42, 600, 100, 64 * KB).process(43, 600, 100, 32 * KB);
        mark("broker", 42);
        new FakeMark("collector-old").write(data, 43, ProcessState.RUNNING, now);
        Fields fields = read();
        assertThat(value(fields, "heap_used")).isEqualTo(new Value.Missing("not known yet of collector-old"));
        assertThat(value(process(fields, "collector-old"), "heap_used")).isInstanceOf(Value.Missing.class);
        assertThat(whole(fields, "rss")).isEqualTo(96 * MB);
    }

    @Test
    void nothingIsKnownWhereNothingRuns() throws IOException {
        Fields fields = read();
        assertThat(value(fields, "rss")).isEqualTo(new Value.Missing("no process runs"));
        assertThat(whole(fields, "disk_bytes")).isZero();
        assertThat(list(fields, "processes")).isEmpty();
        assertThat(text(fields, "health")).isEqualTo("healthy");
    }

    @Test
    void whatWasStoppedStaysForAnHour() throws IOException {
        new FakeMark("collector-disk").write(data, 43, ProcessState.STOPPED, now);
        Fields stopped = process(readAfter(3599), "collector-disk");
        assertThat(text(stopped, "state")).isEqualTo("stopped");
        assertThat(stopped.values()).doesNotContainKeys("rss", "pid", "trend", "counters");
        assertThat(value(stopped, "health")).isEqualTo(new Value.Missing("it does not run: stopped"));
        assertThat(list(readAfter(1), "processes")).isEmpty();
    }

    @Test
    void whatDiedIsAComplaint() throws IOException {
        proc.process(42, 600, 100, 64 * KB);
        mark("broker", 42);
        assertThat(text(read(), "health")).isEqualTo("settling");
        proc.end(42);
        Fields fields = readAfter(5);
        assertThat(text(process(fields, "broker"), "state")).isEqualTo("gone");
        assertThat(text(fields, "health")).isEqualTo("critical");
        assertThat(value(fields, "is_healthy")).isEqualTo(new Value.Flag(false));
        assertThat(texts(fields, "warnings")).isEqualTo(List.of(new Value.Text("broker: does not run: gone")));
    }

    @Test
    void aLeakIsFoundAndNamed() throws IOException {
        Fields fields = leak(42, 60);
        Fields broker = process(fields, "broker");
        assertThat(text(broker, "health")).isEqualTo("leaking");
        assertThat(text(broker, "trend.status")).isEqualTo("ok");
        assertThat(whole(broker, "trend.growth_rate_per_hour")).isBetween(11 * MB, 13 * MB);
        assertThat(value(broker, "trend.steady")).isEqualTo(new Value.Flag(true));
        assertThat(whole(broker, "trend.max_memory")).isGreaterThan(whole(broker, "trend.min_memory"));
        assertThat(whole(fields, "growth_rate_per_hour")).isEqualTo(whole(broker, "trend.growth_rate_per_hour"));
        assertThat(texts(fields, "warnings")).singleElement().asString().contains("broker: memory grew steadily by");
    }

    /** 12 MB an hour on top of 50 MB. */
    private Fields leak(long pid, int minutes) throws IOException {
        Fields last = Fields.NONE;
        for (int minute = 0; minute <= minutes; minute++) {
            proc.process(pid, 600 + minute * 60L, 100, 50 * KB + 12 * KB * minute / 60);
            now += 60 * SECOND;
            mark("broker", pid);
            last = read();
        }
        return last;
    }

    @Test
    void aRestartBeginsANewHistory() throws IOException {
        leak(42, 60);
        proc.end(42);
        proc.process(43, 1, 1, 40 * KB);
        mark("broker", 43);
        Fields broker = process(readAfter(5), "broker");
        assertThat(text(broker, "health")).isEqualTo("settling");
        assertThat(whole(broker, "trend.points")).isZero();
        assertThat(text(broker, "trend.status")).isEqualTo("insufficient_data");
    }

    @Test
    void aFullHeapIsACriticalCondition() throws IOException {
        proc.process(42, 600, 100, 50 * KB);
        for (int minute = 0; minute < 6; minute++) {
            now += 60 * SECOND;
            mark("broker", 42, 60 * MB);
            read();
        }
        assertThat(texts(read(), "warnings"))
                .isEqualTo(List.of(
                        new Value.Text("broker: the heap was never below 60.0 MB of 64.0 MB in the last 5 min")));
    }

    @Test
    void followsStreamsAndTheirConsumers() throws IOException {
        append("memory", 4);
        append("disk", 1);
        CursorFile.open(data.cursor("broker", new StreamName("memory"))).moveTo(new Position(1, 1));
        CursorFile.open(data.cursor("broker", new StreamName("disk"))).moveTo(new Position(1, 1));
        Fields first = read();
        assertThat(value(list(first, "streams").get(1), "records_per_sec")).isInstanceOf(Value.Missing.class);
        append("memory", 10);
        Fields fields = readAfter(5);
        Fields memory = list(fields, "streams").get(1);
        assertThat(text(memory, "name")).isEqualTo("memory");
        assertThat(whole(memory, "last_sequence")).isEqualTo(14);
        assertThat(real(memory, "records_per_sec")).isEqualTo(2);
        assertThat(list(memory, "consumers"))
                .containsExactly(Fields.builder()
                        .put("name", "broker")
                        .put("lag", 13)
                        .put("lost", 0)
                        .build());
        assertThat(list(fields, "consumers"))
                .containsExactly(Fields.builder()
                        .put("name", "broker")
                        .put("lag", 13)
                        .put("lost", 0)
                        .build());
        assertThat(whole(fields, "disk_bytes"))
                .isEqualTo(list(fields, "streams").stream()
                        .mapToLong(stream -> whole(stream, "bytes_on_disk"))
                        .sum())
                .isPositive();
    }

    @Test
    void aStreamThatCannotBeReadHidesNoOther() throws IOException {
        append("disk", 3);
        append("memory", 3);
        CursorFile.open(data.cursor("broker", new StreamName("disk"))).moveTo(new Position(1, 1));
        Files.write(data.queues().resolve("disk/overruns.ndjson"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Fields fields = read();
        Fields disk = list(fields, "streams").get(0);
        assertThat(text(disk, "problem")).contains("MalformedInputException");
        assertThat(disk.values()).doesNotContainKey("last_sequence");
        assertThat(whole(list(fields, "streams").get(1), "last_sequence")).isEqualTo(3);
        assertThat(value(fields, "disk_bytes")).isEqualTo(new Value.Missing("stream disk cannot be read"));
    }

    private void append(String stream, int count) {
        StreamDescriptor descriptor =
                new StreamDescriptor(new StreamName(stream), Duration.ofMillis(500), "collector-" + stream);
        try (SnapshotAppender appender = SnapshotAppender.open(data.queues().resolve(stream), descriptor, () -> now)) {
            for (int i = 0; i < count; i++) {
                appender.append(
                        RecordKind.OK,
                        now,
                        new PayloadWriter().write(Fields.builder().put("n", i).build()));
            }
        }
    }

    @Test
    void aFileOfTheKernelThatCannotBeUnderstoodTellsNothing() throws IOException {
        proc.process(42, 600, 100, 64 * KB);
        Files.writeString(proc.root().resolve("42/status"), "VmRSS:\tplenty\n");
        mark("broker", 42);
        read();
        Fields broker = process(readAfter(5), "broker");
        assertThat(value(broker, "rss")).isInstanceOf(Value.Missing.class);
        assertThat(value(broker, "open_files")).isInstanceOf(Value.Missing.class);
        assertThat(text(broker, "health")).isEqualTo("settling");
    }
}
