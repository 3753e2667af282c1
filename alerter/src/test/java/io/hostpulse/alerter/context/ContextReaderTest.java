package io.hostpulse.alerter.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertContext.Point;
import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextReaderTest {

    private static final long SECOND = 1_000_000_000;

    /** A whole hour; the records of a test stay within it. */
    private static final long NOON = 1_780_315_200L * SECOND;

    @TempDir
    Path root;

    private final Map<String, SnapshotAppender> streams = new HashMap<>();
    private long clock = NOON;

    @AfterEach
    void close() {
        streams.values().forEach(SnapshotAppender::close);
    }

    private void write(String stream, long at, RecordKind kind, String json) {
        clock = Math.max(clock, at);
        streams.computeIfAbsent(stream, this::open)
                .append(kind, at, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private SnapshotAppender open(String stream) {
        StreamDescriptor descriptor = new StreamDescriptor(new StreamName(stream), Duration.ofMillis(500), "test");
        return SnapshotAppender.open(root.resolve("queues").resolve(stream), descriptor, () -> clock);
    }

    private void memory(long at, double percentage) {
        write("memory", at, RecordKind.OK, "{\"percentage\":" + percentage + "}");
    }

    private Map<String, AlertContext> contexts(String rules, Alert... alerts) throws IOException {
        return contexts(rules, () -> 0, alerts);
    }

    private Map<String, AlertContext> contexts(String rules, LongSupplier ticks, Alert... alerts) throws IOException {
        Files.writeString(
                root.resolve("config.yaml"), "alerts:\n  rules:\n    none: {metric: a.b, warning: 1}\n" + rules);
        Config config = Config.load(ConfigSources.in(root));
        RuleSet set = AlertSettings.read(config.root().section("alerts"));
        config.finish();
        return new ContextReader(new QueueDirectory(root.resolve("queues")), ticks).of(List.of(alerts), set);
    }

    private static Alert alert(String rule, String dimension, long at) {
        return new Alert(
                rule + dimension,
                new AlertKey(rule, dimension),
                "any",
                "any",
                AlertLevel.WARNING,
                AlertState.FIRING,
                Measured.NOTHING,
                "",
                at,
                at,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    @Test
    void theLastMinuteHasTheNewestValueOfEachSecondAndEndsWithTheAlert() throws IOException {
        for (int half = 0; half < 300; half++) {
            memory(NOON + half * SECOND / 2, half);
        }
        long moment = NOON + 120 * SECOND;
        List<Point> recent =
                contexts("", alert("memory", "", moment)).get("memory").recent();
        assertThat(recent).hasSize(60);
        assertThat(recent.get(59)).isEqualTo(new Point(moment, 240));
        assertThat(recent.get(0)).isEqualTo(new Point(moment - 59 * SECOND, 122));
    }

    @Test
    void aTimeWithoutValuesIsNotThere() throws IOException {
        memory(NOON, 50);
        write("memory", NOON + SECOND, RecordKind.FAILED, "{\"reason\":\"hung\"}");
        write("memory", NOON + 2 * SECOND, RecordKind.OK, "{\"percentage\":null}");
        memory(NOON + 9 * SECOND, 85);
        assertThat(contexts("", alert("memory", "", NOON + 9 * SECOND))
                        .get("memory")
                        .recent())
                .containsExactly(new Point(NOON, 50), new Point(NOON + 9 * SECOND, 85));
    }

    @Test
    void showsTheValuesOfTheThingThatTheAlertIsAbout() throws IOException {
        write("disk", NOON, RecordKind.OK, """
                {"mounts":[{"path":"/","percentage":10},{"path":"/home","percentage":96}]}""");
        write("http-shop", NOON, RecordKind.OK, """
                {"checks":[{"name":"a","ms":7},{"name":"b","ms":8}]}""");
        Map<String, AlertContext> contexts = contexts(
                "    checks: {metric: 'http-*.checks[*].ms', warning: 1}\n",
                alert("disk", "path=/home", NOON),
                alert("checks", "stream=http-shop,name=b", NOON));
        assertThat(contexts.get("diskpath=/home").recent()).containsExactly(new Point(NOON, 96));
        assertThat(contexts.get("checksstream=http-shop,name=b"))
                .isEqualTo(new AlertContext(List.of(), List.of(new Point(NOON, 8))));
    }

    @Test
    void aCounterIsNotShownForItsRate() throws IOException {
        write("pipeline", NOON, RecordKind.OK, "{\"consumers\":[{\"name\":\"a\",\"lost\":7}]}");
        assertThat(contexts("", alert("records_lost", "name=a", NOON))).containsValue(AlertContext.NONE);
    }

    @Test
    void theProcessesAreThoseOfThatMomentAndNotOfLater() throws IOException {
        memory(NOON, 85);
        write("process", NOON - 5 * SECOND, RecordKind.OK, processes("before"));
        write("process", NOON, RecordKind.OK, processes("then"));
        write("process", NOON + 5 * SECOND, RecordKind.OK, processes("later"));
        assertThat(contexts("", alert("memory", "", NOON)).get("memory").processes())
                .containsExactly(new TopProcess(1, "then", "ann", "1.0 KB"));
    }

    private static String processes(String name) {
        return "{\"top_cpu\":[],\"top_memory\":[{\"pid\":1,\"name\":\"" + name
                + "\",\"user\":\"ann\",\"memory\":1024}]}";
    }

    @Test
    void saysWhyProcessesAreNotKnown() throws IOException {
        memory(NOON, 85);
        Alert alert = alert("memory", "", NOON);
        assertThat(contexts("", alert).get("memory").unknown()).isEqualTo("processes are not recorded");
        write("process", NOON - 120 * SECOND, RecordKind.OK, processes("old"));
        assertThat(contexts("", alert).get("memory").unknown()).isEqualTo("no record came in the minute before");
        write("process", NOON - SECOND, RecordKind.FAILED, "{\"reason\":\"it did not answer\"}");
        assertThat(contexts("", alert).get("memory").unknown()).isEqualTo("it did not answer");
        write("process", NOON, RecordKind.OK, "{\"top_cpu\":[],\"top_memory\":[]}");
        assertThat(contexts("", alert).get("memory").unknown()).isEqualTo("none is known to use any");
    }

    @Test
    void anAlertAboutAStreamThatIsGoneHasNone() throws IOException {
        assertThat(contexts("", alert("memory", "", NOON), alert("nobody", "", NOON)))
                .isEmpty();
    }

    @Test
    void noAlertWaitsWhenReadingTakesTooLong() throws IOException {
        memory(NOON, 85);
        AtomicLong ticks = new AtomicLong();
        assertThat(contexts("", () -> ticks.addAndGet(300_000_000), alert("memory", "", NOON)))
                .isEmpty();
    }
}
