package io.hostpulse.alerter.notify.discord;

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

class DiscordHandlerTest extends HttpHandlerContract {

    @Override
    protected HandlerType type() {
        return new DiscordHandlerType();
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
        Golden.assertSame(server.bodies().get(0), "discord.json");
        Golden.assertSame(server.bodies().get(1), "discord-resolved.json");
    }

    /** Nobody is mentioned, no markup is left alone, and all of it is within the limits. */
    @Override
    protected void assertInert(String received) {
        Fields message = json(received);
        assertThat(received).contains("\"allowed_mentions\":{\"parse\":[]}");
        Fields embed = JsonTexts.list(message, "embeds").get(0);
        assertThat(JsonTexts.text(embed, "title")).hasSizeLessThanOrEqualTo(256);
        assertThat(JsonTexts.text(embed, "description")).hasSizeLessThanOrEqualTo(4_096);
        assertThat(JsonTexts.texts(embed).stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(6_000);
        assertThat(JsonTexts.list(embed, "fields")).allSatisfy(field -> {
            assertThat(JsonTexts.text(field, "name")).isNotBlank().hasSizeLessThanOrEqualTo(256);
            assertThat(JsonTexts.text(field, "value")).isNotBlank().hasSizeLessThanOrEqualTo(1_024);
        });
        assertThat(JsonTexts.text(embed, "description")).doesNotContainPattern("(?<!\\\\)[*_~`|<\\[]");
    }
}
