package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole alerter with a real stream, a real handler and a real watchdog; only its clock can be turned ahead. */
class HeartbeatLifeTest {

    private static final StreamName MEMORY = new StreamName("memory");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private final AtomicLong ahead = new AtomicLong();
    private final EpochClock clock = () -> EpochClock.SYSTEM.nanos() + ahead.get();
    private final StubServer watchdog = StubServer.start();
    private DataDirectory data;
    private SnapshotAppender memory;
    private MarkFile mark;
    private Agent alerter;

    @BeforeEach
    void open() throws IOException {
        data = new DataDirectory(root);
        data.create();
        StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofMillis(500), "collector-memory");
        memory = SnapshotAppender.open(data.queues().resolve("memory"), descriptor, clock::nanos);
        mark = MarkFile.create(data, "alerter", clock.nanos());
        alerter = alerter();
    }

    private Agent alerter() {
        Alerter definition = new Alerter();
        Config config = Config.load(new ConfigSources(
                Optional.empty(),
                List.of(
                        "notifications.rules.type=file",
                        "notifications.heartbeat.type=file",
                        "alerts.heartbeat.url=" + watchdog.url("/ping"),
                        "alerts.heartbeat.allow_private=true",
                        "alerts.heartbeat.service=healthchecks",
                        "alerts.heartbeat.streams=memory",
                        "alerts.group_window=0",
                        "queues.min_free=0",
                        "queues.min_free_percent=0"),
                Map.of(),
                root));
        AlerterSettings settings =
                definition.settings(Arguments.parse(new String[0], definition.options()), config.root());
        return definition.wire(new ProcessContext("alerter", data, clock, mark, () -> {}), settings);
    }

    @AfterEach
    void close() throws IOException {
        alerter.close();
        mark.close();
        memory.close();
        watchdog.close();
    }

    @Test
    void pingsWhileSamplesComeFallsSilentWhenTheyStallAndPingsAgain() throws Exception {
        awaitCall("GET /ping HTTP/1.1", true);
        awaitCall("GET /ping/fail HTTP/1.1", false);
        assertThat(Mark.read(data, "alerter").orElseThrow().condition())
                .startsWith("no heartbeat: nothing new in stream memory for ");
        int before = watchdog.requests().size();
        await(() -> lines().lastIndexOf("GET /ping HTTP/1.1") >= before, true);
    }

    @Test
    void aHandlerMayHaveTheNameOfAThread() throws Exception {
        awaitCall("GET /ping HTTP/1.1", true);
        write(85.5);
        for (String name : List.of("rules", "heartbeat")) {
            await(() -> Files.isRegularFile(root.resolve("alerts/" + name + ".log")), true);
        }
    }

    private void awaitCall(String line, boolean writing) throws Exception {
        await(() -> lines().contains(line), writing);
    }

    private List<String> lines() {
        return watchdog.requests().stream().map(StubServer.Received::line).toList();
    }

    /** While nothing is written, time flies. */
    private void await(BooleanSupplier condition, boolean writing) {
        Await.until(() -> "called so far: " + watchdog.requests(), LIMIT, () -> {
            alerter.doWork(clock.nanos());
            if (writing) {
                write(50);
            } else {
                ahead.addAndGet(Duration.ofSeconds(5).toNanos());
            }
            return condition.getAsBoolean();
        });
    }

    private void write(double percentage) {
        byte[] payload = ("{\"percentage\":" + percentage + "}").getBytes(StandardCharsets.UTF_8);
        memory.append(RecordKind.OK, clock.nanos(), ByteBuffer.wrap(payload));
    }
}
