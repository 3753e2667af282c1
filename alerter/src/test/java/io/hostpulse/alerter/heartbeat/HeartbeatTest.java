package io.hostpulse.alerter.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.SharedMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop and the thread that delivers, stepped by hand, with a real server as the watchdog. */
class HeartbeatTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private final StubServer server = StubServer.start();
    private List<String> problems = List.of();
    private boolean awake = true;
    private long now = 1_735_905_600 * SECOND;
    private DataDirectory data;
    private MarkFile file;
    private Watchdog watchdog;
    private HeartbeatAgent delivering;
    private Agent loop;

    @BeforeEach
    void open() throws IOException {
        data = new DataDirectory(root);
        data.create();
        file = MarkFile.create(data, "alerter", now);
        watch("service: healthchecks");
    }

    private void watch(String more) throws IOException {
        String yaml = "alerts: { heartbeat: { url: \"" + server.url("/ping-ping-ping") + "\", allow_private: true, "
                + more + " } }";
        Path config = Files.writeString(root.resolve("config.yaml"), yaml);
        HeartbeatSettings settings =
                HeartbeatSettings.read(Config.load(new ConfigSources(Optional.of(config), List.of(), Map.of(), root))
                        .root()
                        .section("alerts"));
        SharedMark mark = new SharedMark(file);
        watchdog = new Watchdog(settings, "atlas", () -> now);
        delivering = new HeartbeatAgent(watchdog::call, watchdog::close, mark.voice("delivery"));
        Pacemaker pacemaker = new Pacemaker(settings.interval(), at -> problems);
        loop = new ProvenAgent(
                new Loop(),
                pacemaker,
                beat -> {
                    if (watchdog.isTold(beat)) {
                        delivering.hand(beat);
                    }
                },
                mark.voice("loop"));
    }

    @AfterEach
    void close() throws IOException {
        delivering.close();
        file.close();
        server.close();
    }

    @Test
    void pingsWhileAllIsWell() throws IOException {
        seconds(121);
        assertThat(calls()).containsExactly("GET /ping-ping-ping", "GET /ping-ping-ping", "GET /ping-ping-ping");
        assertThat(counter("heartbeats_sent_total")).isEqualTo(3);
        assertThat(condition()).isEmpty();
    }

    @Test
    void doesNotPingWhileAStreamStallsButSaysSoAndGoesOnAfterwards() throws IOException {
        seconds(1);
        problems = List.of("nothing new in stream memory for 16 s");
        seconds(130);
        assertThat(calls()).containsExactly("GET /ping-ping-ping", "GET /ping-ping-ping/fail");
        assertThat(condition()).isEqualTo("no heartbeat: nothing new in stream memory for 16 s");
        assertThat(counter("heartbeats_withheld_total")).isEqualTo(1);
        assertThat(counter("heartbeats_sent_total")).isEqualTo(1);
        problems = List.of();
        seconds(1);
        assertThat(calls()).hasSize(3).last().isEqualTo("GET /ping-ping-ping");
        assertThat(condition()).isEmpty();
    }

    @Test
    void onlyFallsSilentWhenNothingElseIsWanted() throws IOException {
        watch("service: plain");
        seconds(1);
        problems = List.of("handler mail hangs");
        seconds(300);
        assertThat(calls()).containsExactly("GET /ping-ping-ping");
        assertThat(counter("heartbeats_withheld_total")).isEqualTo(4);
    }

    @Test
    void doesNotPingWhileTheLoopHangs() {
        seconds(1);
        for (int i = 0; i < 600; i++) {
            delivering.doWork(now);
            now += SECOND;
        }
        assertThat(calls()).hasSize(1);
        seconds(1);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void doesNotPingBeforeTheLoopIsAwake() {
        awake = false;
        seconds(200);
        assertThat(calls()).isEmpty();
    }

    @Test
    void triesAgainWhileTheBeatIsYoung() throws IOException {
        server.answer(503);
        seconds(12);
        assertThat(calls()).as("at once, after 5 s and after 10 s").hasSize(3);
        server.answer(200);
        seconds(5);
        assertThat(calls()).hasSize(4);
        assertThat(counter("heartbeats_sent_total")).isEqualTo(1);
        assertThat(counter("heartbeats_failed_total")).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsItIsAskedToButTriesEachNewBeat() {
        server.answer(429, "Retry-After: 3600");
        seconds(130);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void saysThatTheWatchdogCannotBeReachedWithoutItsUrl() throws IOException {
        server.behave(
                exchange -> exchange.answer(500, "no " + exchange.request().line()));
        seconds(61);
        assertThat(condition())
                .startsWith("the heartbeat does not arrive: " + server.url("") + ": HTTP 500: no GET ***")
                .doesNotContain("ping-ping");
        server.answer(200);
        seconds(60);
        assertThat(condition()).isEmpty();
    }

    @Test
    void isRefusedOnceAnInterval() throws IOException {
        server.answer(404);
        seconds(61);
        assertThat(calls()).hasSize(2);
        assertThat(condition()).contains("HTTP 404");
    }

    @Test
    void aPostSaysWhatIsWrong() throws IOException {
        watch("service: healthchecks, method: post");
        problems = List.of("handler mail hangs");
        seconds(61);
        problems = List.of();
        seconds(1);
        assertThat(calls()).containsExactly("POST /ping-ping-ping/fail", "POST /ping-ping-ping");
        assertThat(server.bodies())
                .containsExactly("Hostpulse on atlas: handler mail hangs", "Hostpulse on atlas: all is well");
    }

    /** Both threads take a turn each second. */
    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            loop.doWork(now);
            delivering.doWork(now);
            now += SECOND;
        }
    }

    private List<String> calls() {
        return server.requests().stream()
                .map(request -> request.line().replace(" HTTP/1.1", ""))
                .toList();
    }

    private long counter(String name) throws IOException {
        return Mark.read(data, "alerter").orElseThrow().counters().entrySet().stream()
                .filter(entry -> entry.getKey().equals(name))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String condition() throws IOException {
        return Mark.read(data, "alerter").orElseThrow().condition();
    }

    /** Stands in for what reads and decides. */
    private final class Loop implements Agent {

        @Override
        public long doWork(long time) {
            return time + SECOND;
        }

        @Override
        public boolean isReady() {
            return awake;
        }
    }
}
