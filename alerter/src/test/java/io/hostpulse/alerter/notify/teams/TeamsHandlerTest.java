package io.hostpulse.alerter.notify.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsHandlerTest extends HttpHandlerContract {

    @Override
    protected HandlerType type() {
        return new TeamsHandlerType();
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
        Golden.assertSame(server.bodies().get(0), "teams.json");
        Golden.assertSame(server.bodies().get(1), "teams-resolved.json");
    }

    /** Only blocks that know no Markdown, and not more than Teams takes. */
    @Override
    protected void assertInert(String received) {
        assertThat(received).hasSizeLessThan(28_000);
        assertThat(JsonTexts.objects(json(received))
                        .filter(object -> object.get("text").isPresent())
                        .map(object -> JsonTexts.text(object, "type")))
                .containsOnly("TextRun");
        assertThat(received).doesNotContain("\"FactSet\"", "\"TextBlock\"", "\"entities\"");
    }

    @Test
    void keepsToTheLimitWithManyAlerts() {
        send(Notifications.group(300));
        assertThat(server.bodies().get(0).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28_000);
        assertThat(server.bodies().get(0)).contains(" more\"");
    }
}
