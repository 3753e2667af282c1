package io.hostpulse.alerter.notify.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HostileTexts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.JsonTexts;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.net.ConnectionOptions;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpClient;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpLimits;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Alertmanager of Prometheus, where it is installed: what it is sent arrives, as it was meant. */
@Timeout(120)
class RealAlertmanagerTest {

    private static final String PROGRAM = "prometheus-alertmanager";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long NOW = System.currentTimeMillis() * 1_000_000L;
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @TempDir
    Path directory;

    private Process alertmanager;
    private int port;
    private final HttpClient client = new HttpClient(
            new ConnectionOptions(true, null).dialer(),
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, true),
            Redirects.NONE,
            System::nanoTime);

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("RealAlertmanagerTest skipped: " + PROGRAM + " is not on the PATH");
        }
        Assumptions.assumeTrue(program.isPresent(), PROGRAM + " is not on the PATH");
        Path config =
                Files.writeString(directory.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        port = freePort();
        alertmanager = new ProcessBuilder(
                        program.get().toString(),
                        "--config.file=" + config,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("am.log").toFile())
                .start();
        await("/-/ready", answer -> answer.status() == 200);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        if (alertmanager != null) {
            alertmanager.destroy();
            assertThat(alertmanager.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void takesAlertsAndTheirEnd() throws Exception {
        Alert firing = now(Notifications.alert("0123456789ab", AlertLevel.CRITICAL, "Höhe <b>\u0007 95%", "path=/"));
        try (Handler handler = handler()) {
            assertThat(handler.send(of(Notification.Kind.FIRING, firing)))
                    .isEqualTo(new Outcome.Delivered("taken by 1 of 1"));
            Fields seen = await("/api/v2/alerts", answer -> alerts(answer).size() == 1);
            Fields alert = JsonTexts.list(seen, "alerts").get(0);
            assertThat(JsonTexts.text(JsonTexts.object(alert, "labels"), "alertname"))
                    .isEqualTo("memory_usage");
            assertThat(JsonTexts.text(JsonTexts.object(alert, "annotations"), "summary"))
                    .isEqualTo("Höhe <b>  95%");
            assertThat(handler.send(of(Notification.Kind.RESOLVED, over(firing))))
                    .isInstanceOf(Outcome.Delivered.class);
            await("/api/v2/alerts", answer -> alerts(answer).isEmpty());
        }
    }

    @Test
    void takesLabelsAndTextsOfAnyKind() throws Exception {
        try (Handler handler = handler()) {
            for (String text : HostileTexts.all().toList()) {
                assertThat(handler.send(Notifications.saying(text))).isInstanceOf(Outcome.Delivered.class);
            }
        }
    }

    private Handler handler() {
        List<String> lines = List.of("urls: http://127.0.0.1:" + port, "allow_private: true");
        return new Options(directory, lines)
                .read(node -> new AlertmanagerHandlerType().configure(node))
                .open(new HandlerSurroundings("it", directory, () -> NOW, System.out));
    }

    private static Notification of(Notification.Kind kind, Alert alert) {
        return new Notification("k", kind, NOW, "atlas", List.of(alert), Map.of(), "");
    }

    private static Alert now(Alert alert) {
        return at(alert, AlertState.FIRING, OptionalLong.empty());
    }

    private static Alert over(Alert alert) {
        return at(alert, AlertState.RESOLVED, OptionalLong.of(NOW - 1_000_000_000L));
    }

    private static Alert at(Alert alert, AlertState state, OptionalLong resolved) {
        return new Alert(
                alert.id(),
                new AlertKey(alert.key().rule(), alert.key().dimension()),
                alert.component(),
                alert.metric(),
                alert.level(),
                state,
                alert.measured(),
                alert.message(),
                NOW - HOUR,
                NOW,
                resolved,
                false,
                Optional.empty(),
                List.of(),
                alert.labels());
    }

    private static List<Fields> alerts(HttpAnswer answer) {
        return JsonTexts.list(parsed(answer), "alerts");
    }

    private static Fields parsed(HttpAnswer answer) {
        String body = new String(answer.body().orElseThrow(), StandardCharsets.UTF_8);
        return new PayloadReader().read(("{\"alerts\":" + body + "}").getBytes(StandardCharsets.UTF_8));
    }

    private interface Condition {
        boolean holds(HttpAnswer answer);
    }

    private Fields await(String path, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            assertThat(alertmanager.isAlive())
                    .as(Files.readString(directory.resolve("am.log")))
                    .isTrue();
            Optional<HttpAnswer> answer = ask(path);
            if (answer.isPresent() && condition.holds(answer.get())) {
                return path.startsWith("/api") ? parsed(answer.get()) : Fields.NONE;
            }
            alertmanager.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(path + " never became what it should be");
    }

    private Optional<HttpAnswer> ask(String path) {
        try {
            HttpTarget target = HttpTarget.parse("http://127.0.0.1:" + port + path);
            return Optional.of(client.ask(new HttpRequest(target, "GET", Map.of(), Optional.empty())));
        } catch (HttpFailureException notYet) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
