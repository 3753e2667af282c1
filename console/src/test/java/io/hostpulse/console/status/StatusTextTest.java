package io.hostpulse.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.StreamStatus.Consumer;
import io.hostpulse.common.status.StreamStatus.Disk;
import io.hostpulse.common.status.StreamStatus.Recent;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.common.status.SupervisorState.Supervised;
import io.hostpulse.common.status.Usage;
import io.hostpulse.common.text.Style;
import io.hostpulse.console.alerts.Overview;
import io.hostpulse.console.alerts.Watch;
import io.hostpulse.console.fixture.Views;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_735_899_330L * SECOND;
    private static final SupervisorState SUPERVISOR = new SupervisorState(41, 1_735_899_000, List.of());

    private static final Overview QUIET = new Overview(
            List.of(),
            new Watch(NOW, Optional.of(LifeState.RUNNING), Optional.of(Views.empty(NOW - 2 * SECOND)), ""),
            List.of());

    private static Status status(List<ProcessStatus> processes, List<StreamStatus> streams) {
        return new Status(
                NOW, "tower", Path.of("/data"), Optional.of(SUPERVISOR), processes, streams, QUIET, List.of());
    }

    private static ProcessStatus alive(String name, LifeState state, long pid) {
        Usage usage = new Usage(192 * SECOND, 770_000_000, Optional.of(new Usage.Memory("pss", 49_357L * 1024)));
        Supervised supervised = new Supervised(name, state, pid, 0, "-", 0);
        return new ProcessStatus(
                name,
                state,
                pid,
                Optional.of(usage),
                Optional.of(320_000_000L),
                Optional.of(supervised),
                Optional.empty(),
                Optional.empty());
    }

    private static ProcessStatus dead(String name, LifeState state, String exit, long next) {
        Supervised supervised = new Supervised(name, state, 0, 8, exit, next);
        return new ProcessStatus(
                name,
                state,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(supervised),
                Optional.empty(),
                Optional.empty());
    }

    private static StreamStatus stream(String name, boolean writerAlive, Recent recent, Consumer... consumers) {
        StreamDescriptor descriptor =
                new StreamDescriptor(new StreamName(name), Duration.ofMillis(500), "collector-" + name);
        return new StreamStatus(
                descriptor,
                writerAlive,
                Optional.ofNullable(recent),
                new Disk(1, 15_518_924),
                List.of(consumers),
                Optional.empty());
    }

    private static Recent ok(long sequence, long age) {
        return new Recent(sequence, NOW - age, RecordKind.OK, Optional.empty(), Optional.of(2.0));
    }

    private static final Status HEALTHY = status(
            List.of(alive("collector-memory", LifeState.RUNNING, 42)),
            List.of(stream("memory", true, ok(384, 300_000_000))));

    private static final Status TROUBLED = status(
            List.of(
                    alive("collector-memory", LifeState.HUNG, 42),
                    dead("broker", LifeState.CRASH_LOOP, "137", 1_735_899_342)),
            List.of(
                    stream(
                            "disk",
                            true,
                            new Recent(
                                    7,
                                    NOW - SECOND,
                                    RecordKind.FAILED,
                                    Optional.of("no answer within 2 s"),
                                    Optional.empty())),
                    stream("memory", false, ok(384, 65 * SECOND), new Consumer("csv", 380, 4, 7200))));

    @Test
    void showsThatSomethingIsAbsentWithItsReasonAndWithoutAlarm() {
        Supervised supervised = new Supervised("collector-gpu", LifeState.ABSENT, 0, 0, "69", 1_735_899_930);
        ProcessStatus gpu = new ProcessStatus(
                "collector-gpu",
                LifeState.ABSENT,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(supervised),
                Optional.of("no GPU found: nvml: libnvidia-ml.so.1 is not installed"),
                Optional.empty());
        Status status = status(List.of(alive("collector-memory", LifeState.RUNNING, 42), gpu), List.of());
        assertThat(new StatusText(Style.PLAIN).render(status))
                .contains("1 of 2 processes running (1 absent)")
                .containsPattern("collector-gpu +absent .* no GPU found: nvml: libnvidia-ml.so.1 is not installed,"
                        + " next start in 10 m 0 s\n");
        assertThat(new StatusText(new Style(true)).render(status))
                .doesNotContain("\u001b[31m")
                .doesNotContain("\u001b[33m");
    }

    @Test
    void sumsUpAndShowsEveryProcessAndStream() {
        assertThat(new StatusText(Style.PLAIN).render(HEALTHY)).isEqualTo("""
                Hostpulse 0.1.0 on tower — 1 of 1 processes running, 1 stream, all fresh
                Alerts: nothing on (2.0 s ago)

                PROCESS           STATE    PID    UPTIME  RESTARTS   MEMORY  AVG CPU  HEARTBEAT  NOTE
                collector-memory  running   42  3 m 12 s         0  48.2 MB    0.4 %     320 ms

                STREAM  LAST     AGE  PER S  ON DISK  WRITER            LAG  DATA
                memory   384  300 ms    2.0  14.8 MB  collector-memory  -    yes
                """);
    }

    @Test
    void aStreamOfWhatComesSeldomLacksNothingBeforeItsFirstRecord() {
        StreamStatus alerts = new StreamStatus(
                new StreamDescriptor(new StreamName("alerts"), Duration.ZERO, "alerter"),
                true,
                Optional.empty(),
                new Disk(0, 0),
                List.of(),
                Optional.empty());
        Status status = status(List.of(alive("alerter", LifeState.RUNNING, 42)), List.of(alerts));
        assertThat(new StatusText(Style.PLAIN).render(status)).contains("1 stream, all fresh");
        assertThat(new StatusText(new Style(true)).render(status)).doesNotContain("\u001b[33m");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(new StatusText(Style.PLAIN).render(TROUBLED)).isEqualTo("""
                Hostpulse 0.1.0 on tower — 0 of 2 processes running (1 hung, 1 crash-loop), 2 streams, 1 stale, 1 without data
                Alerts: nothing on (2.0 s ago)

                PROCESS           STATE       PID    UPTIME  RESTARTS   MEMORY  AVG CPU  HEARTBEAT  NOTE
                collector-memory  hung         42  3 m 12 s         0  48.2 MB    0.4 %     320 ms
                broker            crash-loop    -         -         8        -        -          -  last exit 137, next start in 12 s

                STREAM  LAST      AGE  PER S  ON DISK  WRITER                   LAG                DATA
                disk       7    1.0 s      -  14.8 MB  collector-disk           -                  failed: no answer within 2 s
                memory   384  1 m 5 s    2.0  14.8 MB  collector-memory (gone)  csv 4 (lost 7200)  yes
                """);
    }

    @Test
    void saysWhoStoppedAStream() {
        Recent stopped = new Recent(
                8,
                NOW - SECOND,
                RecordKind.UNAVAILABLE,
                Optional.of("stopped by ann at 2025-01-03T10:00:00.000000Z: new cables"),
                Optional.empty(),
                true);
        Status status = status(List.of(), List.of(stream("disk", true, stopped)));
        assertThat(new StatusText(Style.PLAIN).render(status))
                .contains("1 stream, 1 stopped\n")
                .contains("stopped by ann at 2025-01-03T10:00:00.000000Z: new cables\n")
                .doesNotContain("unavailable");
        assertThat(StandardCharsets.UTF_8
                        .decode(new PayloadWriter().write(StatusFields.of(status)))
                        .toString())
                .contains("\"stopped\":true");
    }

    @Test
    void showsWhatKeepsAProcessFromItsWork() {
        ProcessStatus memory = alive("collector-memory", LifeState.RUNNING, 42);
        ProcessStatus blocked = new ProcessStatus(
                memory.name(),
                memory.state(),
                memory.pid(),
                memory.usage(),
                memory.heartbeatAge(),
                memory.supervised(),
                Optional.of("no disk space: 412 MB free, 500 MB needed"),
                Optional.empty());
        Status status = status(List.of(blocked), List.of());
        assertThat(new StatusText(Style.PLAIN).render(status))
                .contains("320 ms  no disk space: 412 MB free, 500 MB needed\n");
        assertThat(StandardCharsets.UTF_8
                        .decode(new PayloadWriter().write(StatusFields.of(status)))
                        .toString())
                .contains("\"condition\":\"no disk space: 412 MB free, 500 MB needed\"");
    }

    @Test
    void doesNotMissWhoPlacesOrdersNowAndThen() {
        StreamStatus orders = new StreamStatus(
                new StreamDescriptor(new StreamName("control-console"), Duration.ZERO, "console"),
                false,
                Optional.of(ok(3, 3600 * SECOND)),
                new Disk(1, 1024),
                List.of(new Consumer("alerter", 3, 0, 0)),
                Optional.empty());
        Status status = status(List.of(alive("alerter", LifeState.RUNNING, 42)), List.of(orders));
        assertThat(new StatusText(new Style(true)).render(status))
                .contains("all fresh")
                .contains("control-console")
                .doesNotContain("(gone)")
                .doesNotContain("\u001b[31m");
    }

    @Test
    void coloursWhatMatters() {
        String text = new StatusText(new Style(true)).render(TROUBLED);
        assertThat(text)
                .contains("\u001b[31mhung\u001b[0m")
                .contains("\u001b[31m1 m 5 s\u001b[0m")
                .contains("\u001b[33mcollector-memory (gone)\u001b[0m")
                .contains("\u001b[31m0 of 2 processes running (1 hung, 1 crash-loop)\u001b[0m");
    }

    @Test
    void saysInOneLineThatNothingRuns() {
        Status nothing =
                new Status(NOW, "tower", Path.of("/data"), Optional.empty(), List.of(), List.of(), QUIET, List.of());
        assertThat(new StatusText(Style.PLAIN).render(nothing))
                .isEqualTo("Hostpulse is not running on /data: start it with 'hostpulse up'\n");
    }

    @Test
    void tellsProgramsTheRawNumbers() {
        String json = StandardCharsets.UTF_8
                .decode(new PayloadWriter().write(StatusFields.of(TROUBLED)))
                .toString();
        assertThat(json)
                .startsWith("{\"running\":true,\"timestamp\":\"2025-01-03T10:15:30.000000Z\",\"version\":\"0.1.0\"")
                .contains("\"supervisor\":{\"pid\":41,\"started\":\"2025-01-03T10:10:00.000000Z\"}")
                .contains("{\"name\":\"collector-memory\",\"state\":\"hung\",\"pid\":42,\"uptime_seconds\":192.0,"
                        + "\"memory_bytes\":50541568,\"memory_kind\":\"pss\"")
                .contains("{\"name\":\"broker\",\"state\":\"crash-loop\",\"restarts\":8,\"last_exit\":\"137\","
                        + "\"next_start\":\"2025-01-03T10:15:42.000000Z\"}")
                .contains("\"kind\":\"failed\",\"reason\":\"no answer within 2 s\",\"records_per_second\":null")
                .contains(
                        "\"last_sequence\":384,\"last_timestamp\":\"2025-01-03T10:14:25.000000Z\",\"age_seconds\":65.0")
                .contains("\"consumers\":[{\"name\":\"csv\",\"sequence\":380,\"lag\":4,\"lost\":7200}]")
                .endsWith("\"missing\":{\"streams[0].records_per_second\":\"fewer than two records\"}}");
    }

    @Test
    void showsWhatTheSinksDo() {
        SinkView good = sink("json", SinkView.State.RUNNING, 1, "mended long ago");
        SinkView late = sink("influx", SinkView.State.CATCHING_UP, 0.431, "");
        SinkView bad = sink("tables", SinkView.State.RETRYING, 1, "no permission to write /srv\u001b[2J");
        Status status = new Status(
                NOW,
                "tower",
                Path.of("/data"),
                Optional.of(SUPERVISOR),
                List.of(),
                List.of(),
                QUIET,
                List.of(good, late, bad));
        assertThat(new StatusText(Style.PLAIN).render(status)).endsWith("""
                SINK    STATE               WRITTEN  PER S  WAITING  BEHIND  REFUSED     SIZE  NOTE
                json    running               18420   13.9       41   2.1 s        0  25.0 MB  -
                influx  catching-up 43.1 %    18420   13.9       41   2.1 s        0  25.0 MB  -
                tables  retrying              18420   13.9       41   2.1 s        0  25.0 MB  no permission to write /srv\\u001b[2J; tries again in 41 s
                """);
    }

    @Test
    void showsALagOnceAndWhatASinkLostBesideTheStream() {
        StreamStatus stream = stream(
                "memory",
                true,
                ok(7, SECOND),
                new Consumer("broker", 7, 0, 0),
                new Consumer("exporter-json", 5, 2, 0),
                new Consumer("exporter-tables", 1, 6, 3));
        Status status = new Status(
                NOW,
                "tower",
                Path.of("/data"),
                Optional.of(SUPERVISOR),
                List.of(),
                List.of(stream),
                QUIET,
                List.of(sink("json", SinkView.State.RUNNING, 1, ""), sink("tables", SinkView.State.RUNNING, 1, "")));
        assertThat(new StatusText(Style.PLAIN).render(status)).contains("  broker 0, exporter-tables 6 (lost 3)  yes");
    }

    private static SinkView sink(String name, SinkView.State state, double caughtUp, String error) {
        return new SinkView(
                name,
                "json",
                state,
                18_420,
                0,
                0,
                0,
                41,
                2.1,
                13.9,
                NOW,
                caughtUp,
                error,
                0,
                NOW + 41 * SECOND,
                OptionalLong.of(26_214_400));
    }
}
