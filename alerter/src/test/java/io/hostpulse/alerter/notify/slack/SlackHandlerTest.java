package io.hostpulse.alerter.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.JsonTexts;
import io.hostpulse.common.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackHandlerTest extends HttpHandlerContract {

    @Override
    protected HandlerType type() {
        return new SlackHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of("url: " + server.url("/services/token-in-the-path"), "allow_private: true");
    }

    @Override
    protected List<String> secrets() {
        return List.of("token-in-the-path");
    }

    @Test
    void sendsWhatAPersonFoundGood() {
        send(Notifications.of(Notification.Kind.FIRING));
        send(Notifications.of(Notification.Kind.RESOLVED));
        Golden.assertSame(server.bodies().get(0), "slack.json");
        Golden.assertSame(server.bodies().get(1), "slack-resolved.json");
    }

    @Test
    void saysWhereAndAsWhomForHooksThatAllowIt() {
        send(
                Notifications.of(Notification.Kind.FIRING),
                "channel: \"#ops\"",
                "username: Hostpulse",
                "icon_emoji: \":satellite:\"");
        assertThat(server.bodies().get(0))
                .startsWith("{\"channel\":\"#ops\",\"username\":\"Hostpulse\",\"icon_emoji\":\":satellite:\",");
    }

    /** Only plain texts, within the limits, and nothing that begins markup. */
    @Override
    protected void assertInert(String received) {
        Fields attachment = JsonTexts.list(json(received), "attachments").get(0);
        List<Fields> blocks = JsonTexts.list(attachment, "blocks");
        assertThat(blocks).hasSizeLessThanOrEqualTo(50);
        assertThat(JsonTexts.objects(attachment)
                        .filter(object -> object.get("emoji").isPresent()))
                .allSatisfy(object -> {
                    assertThat(JsonTexts.text(object, "type")).isEqualTo("plain_text");
                    assertThat(JsonTexts.text(object, "text")).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
                });
        assertThat(JsonTexts.text(JsonTexts.object(blocks.get(0), "text"), "text"))
                .hasSizeLessThanOrEqualTo(150);
        assertThat(JsonTexts.texts(attachment))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[<>]|&(?!amp;|lt;|gt;)"));
    }

    @Test
    void keepsToTheLimitsWithManyAlerts() {
        send(Notifications.group(300));
        assertInert(server.bodies().get(0));
        assertThat(server.bodies().get(0)).contains("AlertNumber299");
    }
}
