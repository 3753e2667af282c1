package io.hostpulse.console.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.StreamStatus.Consumer;
import io.hostpulse.common.status.StreamStatus.Recent;
import io.hostpulse.console.fixture.DataFixture;
import io.hostpulse.testkit.FakeProc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReaderTest {

    private static final String COMMAND = "java io.hostpulse.collector.CollectorMain";

    @TempDir
    private Path root;

    private DataFixture fixture;
    private FakeProc proc;

    @BeforeEach
    void create() throws IOException {
        fixture = new DataFixture(root.resolve("data"));
        proc = new FakeProc(root.resolve("proc")).create();
    }

    private Status read() throws IOException {
        return new StatusReader(fixture.data(), proc.root(), fixture::now).read();
    }

    private StreamStatus onlyStream() throws IOException {
        return read().streams().get(0);
    }

    @Test
    void findsNothingInAnEmptyDirectory() throws IOException {
        Status status = read();
        assertThat(status.isRunning()).isFalse();
        assertThat(status.processes()).isEmpty();
        assertThat(status.streams()).isEmpty();
        assertThat(status.host()).isEqualTo("tower");
    }

    @Test
    void putsSupervisorMarkAndKernelTogether() throws IOException {
        proc.process(41, "bash ./scripts/hostpulse up").process(42, COMMAND);
        fixture.supervisor(
                "supervisor 41 1735899000 0.1.0",
                "collector-memory running 42 3 1735899001 137 0",
                "broker backoff 0 1 1735899001 70 1735899335");
        fixture.mark("collector-memory", 42, ProcessState.RUNNING, fixture.now() - 200_000_000);
        Status status = read();
        assertThat(status.supervisor()).isPresent();
        assertThat(status.processes()).extracting(ProcessStatus::name).containsExactly("collector-memory", "broker");
        ProcessStatus memory = status.processes().get(0);
        assertThat(memory.state()).isEqualTo(LifeState.RUNNING);
        assertThat(memory.pid()).isEqualTo(42);
        assertThat(memory.restarts()).contains(3L);
        assertThat(memory.heartbeatAge()).contains(200_000_000L);
        assertThat(status.processes().get(1).state()).isEqualTo(LifeState.BACKOFF);
    }

    @Test
    void showsAFreshProcessWithoutTheHeartbeatOfTheOneBefore() throws IOException {
        proc.process(41, "bash ./scripts/hostpulse up").process(42, COMMAND);
        fixture.supervisor("supervisor 41 1735899000 0.1.0", "collector-memory running 42 1 1735899001 137 0");
        fixture.mark("collector-memory", 7, ProcessState.RUNNING, 1);
        assertThat(read().processes().get(0).heartbeatAge()).isEmpty();
        assertThat(read().processes().get(0).state()).isEqualTo(LifeState.RUNNING);
    }

    @Test
    void saysWhyThereIsNothingToWatch() throws IOException {
        proc.process(41, "bash ./scripts/hostpulse up");
        fixture.supervisor("supervisor 41 1735899000 0.1.0", "collector-gpu absent 0 0 1735899001 69 1735899600");
        fixture.mark("collector-gpu", 42, ProcessState.STOPPED, fixture.now());
        fixture.condition("collector-gpu", "no GPU found: nvml: libnvidia-ml.so.1 is not installed");
        ProcessStatus gpu = read().processes().get(0);
        assertThat(gpu.state()).isEqualTo(LifeState.ABSENT);
        assertThat(gpu.condition()).contains("no GPU found: nvml: libnvidia-ml.so.1 is not installed");
    }

    @Test
    void saysWhatKeepsALiveProcessFromItsWork() throws IOException {
        proc.process(42, COMMAND);
        fixture.mark("collector-memory", 42, ProcessState.RUNNING, fixture.now());
        assertThat(read().processes().get(0).condition()).isEmpty();
        fixture.condition("collector-memory", "no disk space: 412 MB free, 500 MB needed");
        assertThat(read().processes().get(0).condition()).contains("no disk space: 412 MB free, 500 MB needed");
    }

    @Test
    void saysWhatAConsumerLost() throws IOException {
        fixture.write("memory", 12);
        fixture.consumer("csv", "memory", 3);
        Files.writeString(
                fixture.data().queues().resolve("memory/overruns.ndjson"),
                "{\"time\":\"2025-01-03T10:00:00Z\",\"stream\":\"memory\",\"file\":\"20250103-09F.cq4\","
                        + "\"consumer\":\"csv\",\"first\":4,\"last\":8}\n{\"time\":");
        assertThat(onlyStream().consumers()).containsExactly(new Consumer("csv", 3, 9, 5));
    }

    @Test
    void readsTheMarksWhenNoSupervisorLives() throws IOException {
        proc.process(42, COMMAND);
        fixture.supervisor("supervisor 0 1735899000 0.1.0", "broker stopped 0 0 1735899001 0 0");
        fixture.mark("collector-memory", 42, ProcessState.RUNNING, fixture.now());
        fixture.mark("collector-disk", 43, ProcessState.RUNNING, fixture.now());
        Status status = read();
        assertThat(status.isRunning()).isTrue();
        assertThat(status.supervisor()).isEmpty();
        assertThat(status.processes())
                .extracting(process -> process.name() + " " + process.state().label())
                .containsExactly("broker stopped", "collector-disk gone", "collector-memory running");
    }

    @Test
    void readsAStreamWithItsConsumers() throws IOException {
        fixture.write("memory", 120);
        fixture.consumer("csv", "memory", 118);
        fixture.consumer("history", "memory", 0);
        StreamStatus memory = onlyStream();
        Recent recent = memory.recent().orElseThrow();
        assertThat(recent.lastSequence()).isEqualTo(120);
        assertThat(recent.kind()).isEqualTo(RecordKind.OK);
        assertThat(recent.perSecond().orElseThrow()).isCloseTo(2.0, within(1e-9));
        assertThat(memory.age(fixture.now())).contains(500_000_000L);
        assertThat(memory.disk().files()).isEqualTo(1);
        assertThat(memory.disk().bytes()).isPositive();
        assertThat(memory.consumers())
                .containsExactly(new Consumer("csv", 118, 2, 0), new Consumer("history", 0, 120, 0));
        assertThat(memory.writerAlive()).isFalse();
    }

    @Test
    void readsAStreamThatIsBeingWritten() throws IOException {
        proc.process(42, COMMAND);
        fixture.mark("collector-memory", 42, ProcessState.RUNNING, fixture.now());
        try (SnapshotAppender appender = fixture.appender("memory")) {
            fixture.append(appender, DataFixture.number(1));
            assertThat(onlyStream().lastSequence()).isEqualTo(1);
            fixture.append(appender, DataFixture.number(2));
            assertThat(onlyStream().lastSequence()).isEqualTo(2);
        }
        assertThat(onlyStream().writerAlive()).isTrue();
    }

    @Test
    void saysWhyAStreamHoldsNoData() throws IOException {
        fixture.write("disk", new Reading.Failed("no answer within 2 s"));
        StreamStatus disk = onlyStream();
        assertThat(disk.hasData()).isFalse();
        assertThat(disk.recent().orElseThrow().reason()).contains("no answer within 2 s");
        assertThat(disk.recent().orElseThrow().perSecond()).isEmpty();
    }

    @Test
    void callsAStreamStaleTwoSecondsAfterItMissedARecord() throws IOException {
        fixture.write("memory", 1);
        StreamStatus memory = onlyStream();
        fixture.step(Duration.ofMillis(2_500));
        assertThat(memory.isFresh(fixture.now())).isTrue();
        fixture.step(Duration.ofNanos(1));
        assertThat(memory.isFresh(fixture.now())).isFalse();
    }

    @Test
    void showsAStreamWithoutRecordsAsNeitherFreshNorData() throws IOException {
        fixture.appender("memory").close();
        StreamStatus memory = onlyStream();
        assertThat(memory.recent()).isEmpty();
        assertThat(memory.hasData()).isFalse();
        assertThat(memory.isFresh(fixture.now())).isFalse();
    }

    @Test
    void showsTheOtherStreamsWhenOneCannotBeRead() throws IOException {
        fixture.write("disk", 1);
        fixture.write("memory", 1);
        Files.writeString(fixture.data().queues().resolve("disk/metadata.cq4t"), "garbage");
        assertThat(read().streams()).extracting(StreamStatus::name).containsExactly("disk", "memory");
        assertThat(read().streams().get(1).hasData()).isTrue();
    }
}
