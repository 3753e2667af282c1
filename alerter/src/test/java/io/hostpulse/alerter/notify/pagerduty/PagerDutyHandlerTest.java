package io.hostpulse.alerter.notify.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.JsonTexts;
import io.hostpulse.common.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagerDutyHandlerTest extends HttpHandlerContract {

    @Override
    protected HandlerType type() {
        return new PagerDutyHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of("url: " + server.url("/v2/enqueue"), "allow_private: true", "routing_key: R0UT1NGKEY");
    }

    @Override
    protected List<String> secrets() {
        return List.of("R0UT1NGKEY");
    }

    @Test
    void triggersAcknowledgesAndResolvesTheSameIncident() {
        send(Notifications.of(Notification.Kind.FIRING));
        send(Notifications.of(Notification.Kind.ACKNOWLEDGED));
        send(Notifications.of(Notification.Kind.RESOLVED));
        Golden.assertSame(server.bodies().get(0), "pagerduty.json");
        Golden.assertSame(server.bodies().get(1), "pagerduty-acknowledge.json");
        Golden.assertSame(server.bodies().get(2), "pagerduty-resolve.json");
    }

    @Test
    void leavesNoIncidentBehindAfterATest() {
        send(Notifications.of(Notification.Kind.TEST));
        assertThat(server.bodies().stream().map(body -> JsonTexts.text(json(body), "event_action")))
                .containsExactly("trigger", "resolve");
    }

    @Test
    void goesOnWhereItStopped() {
        server.behave(exchange -> exchange.answer(server.requests().size() == 3 ? 503 : 202, ""));
        try (Handler handler = open()) {
            assertThat(handler.send(Notifications.group(4))).isInstanceOf(Outcome.TryAgain.class);
            assertDelivered(handler.send(Notifications.group(4)));
        }
        assertThat(server.bodies().stream().map(body -> JsonTexts.text(json(body), "dedup_key")))
                .containsExactly("000000000000", "000000000001", "000000000002", "000000000002", "000000000003");
    }

    @Override
    protected void assertInert(String received) {
        Fields event = json(received);
        if (event.get("payload").isPresent()) {
            assertThat(JsonTexts.text(JsonTexts.object(event, "payload"), "summary"))
                    .hasSizeLessThanOrEqualTo(1_024);
        }
        assertThat(received).hasSizeLessThan(512 << 10);
    }
}
