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
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.ServerProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Alertmanager of Prometheus, where it is installed: what it is sent arrives, as it was meant. */
@Timeout(120)
class RealAlertmanagerTest {

    private static final long NOW = System.currentTimeMillis() * 1_000_000L;
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @TempDir
    Path directory;

    private ServerProgram alertmanager;
    private int port;
    private final HttpClient client = new HttpClient(
            new ConnectionOptions(true, null).dialer(),
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, true),
            Redirects.NONE,
            System::nanoTime);

    @BeforeEach
    void start() throws Exception {
        Path program = ServerProgram.find("prometheus-alertmanager", "prometheus-alertmanager");
        Path config =
                Files.writeString(directory.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        port = ServerProgram.freePort();
        List<String> command = List.of(
                program.toString(),
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
        alertmanager = new ServerProgram(
                command, directory.resolve("am.log"), () -> ask("/-/ready").status() == 200);
        alertmanager.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        if (alertmanager != null) {
            alertmanager.close();
        }
    }

    @Test
    void takesAlertsAndTheirEnd() throws Exception {
        Alert firing = now(Notifications.alert("0123456789ab", AlertLevel.CRITICAL, "Höhe <b>\u0007 95%", "path=/"));
        try (Handler handler = handler()) {
            assertThat(handler.send(of(Notification.Kind.FIRING, firing)))
                    .isEqualTo(new Outcome.Delivered("taken by 1 of 1"));
            Await.until("one alert", () -> alerts().size() == 1);
            Fields alert = alerts().get(0);
            assertThat(JsonTexts.text(JsonTexts.object(alert, "labels"), "alertname"))
                    .isEqualTo("memory_usage");
            assertThat(JsonTexts.text(JsonTexts.object(alert, "annotations"), "summary"))
                    .isEqualTo("Höhe <b>  95%");
            assertThat(handler.send(of(Notification.Kind.RESOLVED, over(firing))))
                    .isInstanceOf(Outcome.Delivered.class);
            Await.until("none", () -> alerts().isEmpty());
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

    private List<Fields> alerts() throws HttpFailureException {
        String body = new String(ask("/api/v2/alerts").body().orElseThrow(), StandardCharsets.UTF_8);
        Fields parsed = new PayloadReader().read(("{\"alerts\":" + body + "}").getBytes(StandardCharsets.UTF_8));
        return JsonTexts.list(parsed, "alerts");
    }

    private HttpAnswer ask(String path) throws HttpFailureException {
        HttpTarget target = HttpTarget.parse("http://127.0.0.1:" + port + path);
        return client.ask(new HttpRequest(target, "GET", Map.of(), Optional.empty()));
    }
}
