package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.testkit.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person stops stays stopped, whatever is started anew, and everybody says who it was. */
class MonitoringTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void whatIsStoppedStaysStoppedUntilItIsStarted() {
        try (Hostpulse hostpulse = Hostpulse.start(home)) {
            done(hostpulse.command("monitoring", "stop", "memory", "-m", "new cards"));
            Await.until("memory is stopped", SOON, () -> isStopped(hostpulse));
            assertThat(hostpulse.command("status").out())
                    .containsPattern("memory .* stopped by \\S+ at \\S+Z: new cards\n")
                    .contains("1 stopped")
                    .doesNotContain("stale");
            try (LiveClient client = new LiveClient(hostpulse.websocket())) {
                Json message = client.next(
                        "monitoring_data",
                        one -> one.has("no_data") && one.at("no_data").has("memory"));
                assertThat(message.at("no_data").at("memory").at("state").text())
                        .isEqualTo("stopped");
                assertThat(message.at("data").has("memory")).isFalse();
                assertThat(message.at("data").has("processor")).isTrue();
            }
            long before = sequence(hostpulse);
            done(hostpulse.command("restart", "collector-memory"));
            done(hostpulse.command("restart", "alerter"));
            Await.until("memory goes on", SOON, () -> sequence(hostpulse) > before + 4);
            assertThat(isStopped(hostpulse)).isTrue();
            done(hostpulse.command("monitoring", "start"));
            Await.until("memory is measured", SOON, () -> !isStopped(hostpulse));
            assertThat(hostpulse.command("monitoring").out()).isEqualTo("everything is measured\n");
        }
    }

    private static void done(Script.Result result) {
        assertThat(result.exitCode()).as(result.all()).isZero();
    }

    private static boolean isStopped(Hostpulse hostpulse) {
        Json memory = memory(hostpulse);
        assertThat(memory.at("fresh").flag() || !memory.at("writer_alive").flag())
                .isTrue();
        return memory.has("stopped");
    }

    private static long sequence(Hostpulse hostpulse) {
        return memory(hostpulse).at("last_sequence").whole();
    }

    private static Json memory(Hostpulse hostpulse) {
        return hostpulse.status().at("streams").list().stream()
                .filter(stream -> stream.at("name").text().equals("memory"))
                .findFirst()
                .orElseThrow();
    }
}
