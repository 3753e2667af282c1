package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.testkit.PluginJars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hostpulse notify test}, with a real server at the other end. */
class NotifyCommandTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StubServer server = StubServer.start();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void close() {
        server.close();
    }

    private String hook(String more) {
        return "notifications:\n  console: {}\n  hook: { type: webhook, url: \""
                + server.url("/hook/secret-token-123456") + "\", allow_private: true" + more + " }\n";
    }

    @Test
    void sendsOneMessageThatLooksRealAndSaysThatItIsATest() throws IOException {
        assertThat(run(hook(""), "hook", "--level", "critical")).isZero();
        assertThat(text(out)).isEqualTo("handler hook (webhook):\ndelivered, 1 try, 7 ms: HTTP 200: ok\n");
        Fields sent = new PayloadReader().read(server.bodies().get(0).getBytes(StandardCharsets.UTF_8));
        assertThat(sent.get("kind")).contains(new Value.Text("test"));
        assertThat(sent.get("level")).contains(new Value.Text("CRITICAL"));
        Fields alert = (Fields)
                ((Value.Sequence) sent.get("alerts").orElseThrow()).values().get(0);
        assertThat(alert.get("message"))
                .contains(new Value.Text("TEST, nothing is wrong: High memory usage: 95.5% (threshold: 90.0%)"));
        Fields context = (Fields) alert.get("context").orElseThrow();
        assertThat(((Value.Sequence) context.get("recent").orElseThrow()).values())
                .as("enough for a chart")
                .hasSize(61);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void canSayThatItIsOver() throws IOException {
        assertThat(run(hook(""), "hook", "--resolved")).isZero();
        assertThat(server.bodies().get(0)).contains("\"state\":\"resolved\"");
    }

    @Test
    void triesOnceAndSaysWhatTheServerSaid() throws IOException {
        server.answer(503, "Retry-After: 30");
        assertThat(run(hook(""), "hook")).isEqualTo(1);
        assertThat(text(out))
                .contains("not delivered, 1 try, 7 ms: " + server.url("") + ": HTTP 503: no (a real one would be tried"
                        + " again after 30 s, as was asked for)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void saysWhenTryingAgainWouldNotHelp() throws IOException {
        server.answer(404);
        assertThat(run(hook(""), "hook")).isEqualTo(1);
        assertThat(text(out))
                .contains("refused, 1 try, 7 ms: " + server.url("") + ": HTTP 404: no (a real one would be a dead"
                        + " letter now)");
    }

    @Test
    void neverShowsASecret() throws IOException {
        server.behave(exchange ->
                exchange.answer(500, "no such hook: " + exchange.request().line()));
        assertThat(run(hook(", bearer_token: hunter2-hunter2"), "hook")).isEqualTo(1);
        assertThat(text(out) + text(err))
                .contains("***")
                .doesNotContain("secret-token-123456")
                .doesNotContain("hunter2");
    }

    @Test
    void sendsToOneThatIsNotEnabledAndSaysSo() throws IOException {
        assertThat(run(hook(", enabled: false, min_level: critical, hours: [00:00-00:01]"), "hook"))
                .isZero();
        assertThat(text(out)).contains("handler hook (webhook), which is not enabled: alerts are not sent to it:");
    }

    @Test
    void printsWhatAHandlerPrints() throws IOException {
        assertThat(run(hook(""), "console")).isZero();
        assertThat(text(out))
                .containsPattern("handler console \\(console\\):\nTEST WARNING TEST, nothing is wrong: .*\ndelivered");
    }

    @Test
    void writesIntoTheDataDirectory() throws IOException {
        assertThat(run("notifications: { file: {} }\n", "file", "--data=" + root.resolve("elsewhere")))
                .isZero();
        assertThat(root.resolve("elsewhere/alerts/file.log")).content().contains("TEST");
    }

    @Test
    void listsTheHandlersWhenNoneOrAnUnknownOneIsNamed() throws IOException {
        assertThat(run(hook(", enabled: false"))).isEqualTo(2);
        assertThat(text(err)).isEqualTo("""
                        hostpulse: name the handler to test; there are:
                        NAME     TYPE
                        console  console
                        hook     webhook  not enabled
                        """);
        err.reset();
        assertThat(run(hook(""), "hok")).isEqualTo(2);
        assertThat(text(err)).startsWith("hostpulse: there is no handler 'hok'; did you mean 'hook'?; there are:");
        err.reset();
        assertThat(run("", "mail")).isEqualTo(2);
        assertThat(text(err)).contains("none is configured: write one under 'notifications'");
    }

    @Test
    void aMistakeInItsSectionIsToldAndOneElsewhereIsNot() throws IOException {
        assertThat(run(hook(", timeot: 3s"), "hook")).isEqualTo(2);
        assertThat(text(err)).contains("notifications.hook.timeot: unknown key; did you mean 'timeout'?");
        assertThat(server.requests()).isEmpty();
        assertThat(run("lamps: {}\nsources: { memory: { interval: never } }\n" + hook(""), "hook"))
                .isZero();
    }

    @Test
    void worksWithAPlugin() throws IOException {
        new PluginJars(root.resolve("plugins"), HandlerType.class).makeOfThePage("drop.jar", "DropHandlerType");
        Files.createDirectory(root.resolve("tray"));
        assertThat(run("notifications: { pager: { type: drop, directory: tray } }\n", "pager"))
                .isZero();
        assertThat(text(out)).containsPattern("delivered, 1 try, 7 ms: written as test-[0-9a-f]{12}.txt");
    }

    @Test
    void saysWhyAPluginCannotBeTried() throws IOException {
        Files.writeString(Files.createDirectory(root.resolve("plugins")).resolve("drop.jar"), "no jar");
        assertThat(run("notifications: { pager: { type: drop } }\n", "pager")).isEqualTo(2);
        assertThat(text(err)).contains("was left out: it is no jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--level=loud", "--level", "--loud", "--config="})
    void explainsWhatIsWrongWithTheCommandLine(String option) throws IOException {
        assertThat(run(hook(""), "hook", option)).isEqualTo(2);
        assertThat(text(err)).startsWith("hostpulse: ").contains("option");
    }

    @Test
    void takesOneHandlerAtATime() throws IOException {
        assertThat(run(hook(""), "hook", "console")).isEqualTo(2);
        assertThat(text(err)).contains("one handler at a time: 'hook' or 'console'");
    }

    @Test
    void explainsItself() throws IOException {
        assertThat(run("", "--help")).isZero();
        assertThat(text(out)).startsWith("Usage: hostpulse notify test NAME");
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Each look at the clock takes seven milliseconds. */
    private int run(String yaml, String... arguments) throws IOException {
        Path file = Files.writeString(root.resolve("config.yaml"), yaml);
        return new NotifyCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Optional.of(file),
                        Optional.of(root.resolve("data")),
                        Map.of(),
                        () -> Notifications.NOW,
                        () -> nanos.getAndAdd(7_000_000))
                .run(arguments);
    }
}
