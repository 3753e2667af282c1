package io.hostpulse.alerter.notify.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.JsonTexts;
import io.hostpulse.common.alert.AlertLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramHandlerTest extends HttpHandlerContract {

    private static final String TOKEN = "123456:secret-token-of-the-bot";

    @Override
    protected HandlerType type() {
        return new TelegramHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of(
                "api_url: " + server.url("/"), "allow_private: true", "token: '" + TOKEN + "'", "chat: '-100123'");
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN, "secret-token-of-the-bot");
    }

    @Test
    void sendsWhatAPersonFoundGood() {
        send(Notifications.of(Notification.Kind.FIRING), "thread: 7");
        assertThat(server.requests().get(0).line()).isEqualTo("POST /bot" + TOKEN + "/sendMessage HTTP/1.1");
        Golden.assertSame(server.bodies().get(0), "telegram.json");
    }

    @Test
    void asksForTokenAndChat() {
        assertThat(new Options(directory, List.of("token: x")).problems(node -> type().configure(node)))
                .hasSize(2)
                .noneMatch(line -> line.contains("'x'"));
    }

    @Test
    void cutsNoEscapeInTwo() {
        send(Notifications.of(
                Notification.Kind.FIRING, List.of(Notifications.alert(AlertLevel.INFO, "&".repeat(5_000)))));
        String html = JsonTexts.text(json(server.bodies().get(0)), "text");
        assertThat(html).startsWith("<b>ℹ️ INFO on atlas: &amp;").contains("&amp;…</b>");
        assertInert(server.bodies().get(0));
    }

    /** The only markup is the first line's, and the text is not longer than Telegram takes. */
    @Override
    protected void assertInert(String received) {
        String html = JsonTexts.text(json(received), "text");
        assertThat(html.replaceFirst("^<b>", "").replaceFirst("</b>", ""))
                .doesNotContainPattern("[<>]|&(?!amp;|lt;|gt;)");
        String shown = html.replaceAll("</?b>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertThat(shown).hasSizeLessThanOrEqualTo(4_096);
    }
}
