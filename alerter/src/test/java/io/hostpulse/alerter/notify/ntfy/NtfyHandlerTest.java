package io.hostpulse.alerter.notify.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.alert.AlertLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtfyHandlerTest extends HttpHandlerContract {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=(?: (?==\\?))?");

    @Override
    protected HandlerType type() {
        return new NtfyHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of(
                "url: " + server.url("/topic-that-nobody-knows"), "allow_private: true", "token: tk_secret-of-ntfy");
    }

    @Override
    protected List<String> secrets() {
        return List.of("topic-that-nobody-knows", "tk_secret-of-ntfy");
    }

    /** Headers and body are within their limits, and no header is there that was not meant. */
    @Override
    protected void assertInert(String received) {
        assertThat(received.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4_096);
        for (StubServer.Received request : server.requests()) {
            assertThat(request.headers())
                    .containsOnlyKeys(
                            "Accept",
                            "Accept-Encoding",
                            "Authorization",
                            "Connection",
                            "Content-Length",
                            "Content-Type",
                            "Host",
                            "Priority",
                            "Tags",
                            "Title",
                            "User-Agent");
            assertThat(request.header("Title")).matches("[ -~]+");
        }
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 5, rotating_light", "WARNING, 4, warning", "INFO, 2, information_source"})
    void showsTheLevelAsPriorityAndTag(AlertLevel level, String priority, String tag) {
        send(Notifications.of(Notification.Kind.FIRING, List.of(Notifications.alert(level))));
        StubServer.Received request = server.requests().get(0);
        assertThat(request.header("Priority")).isEqualTo(priority);
        assertThat(request.header("Tags")).isEqualTo(tag + ",hostpulse");
        assertThat(request.header("Authorization")).isEqualTo("Bearer tk_secret-of-ntfy");
        assertThat(request.header("Title")).isEqualTo(level + " on atlas: High memory usage: 95.5% (threshold: 90.0%)");
        assertThat(request.body()).contains("Metric: memory.percentage\n", "Top: java (4711, ada) 3.2 GB, ");
    }

    @Test
    void writesATitleThatIsNotAsciiSoThatItCanBeReadBack() {
        String message = "Höhe über 95 % 😀 日本語 ".repeat(5).strip();
        send(Notifications.of(Notification.Kind.FIRING, List.of(Notifications.alert(AlertLevel.INFO, message))));
        String title = server.requests().get(0).header("Title");
        assertThat(title.split(" ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        assertThat(WORD.matcher(title)
                        .replaceAll(
                                word -> new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)))
                .isEqualTo("INFO on atlas: " + message);
    }
}
