package io.hostpulse.alerter.notify.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.JsonTexts;
import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerHandlerTest extends HttpHandlerContract {

    @Override
    protected HandlerType type() {
        return new AlertmanagerHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of("urls: " + server.url("/"), "allow_private: true", "bearer_token: token-of-the-bearer");
    }

    @Override
    protected List<String> secrets() {
        return List.of("token-of-the-bearer");
    }

    private static List<Fields> alerts(String body) {
        return JsonTexts.list(json("{\"alerts\":" + body + "}"), "alerts");
    }

    @Override
    protected void assertInert(String received) {
        for (Fields alert : alerts(received)) {
            Fields labels = JsonTexts.object(alert, "labels");
            assertThat(labels.values().keySet())
                    .allSatisfy(name -> assertThat(name).matches("[a-zA-Z_][a-zA-Z0-9_]*"));
            assertThat(JsonTexts.texts(labels))
                    .allSatisfy(value -> assertThat(value).isNotBlank());
        }
    }

    @Test
    void sendsWhatAPersonFoundGood() {
        send(Notifications.of(Notification.Kind.FIRING), "generator_url: https://atlas.example/");
        assertThat(server.requests().get(0).line()).isEqualTo("POST /api/v2/alerts HTTP/1.1");
        Golden.assertSame("{\"alerts\":" + server.bodies().get(0) + "}", "alertmanager.json");
    }

    @Test
    void endsWhatItBegan() {
        try (Handler handler = open()) {
            handler.send(Notifications.of(Notification.Kind.FIRING));
            handler.send(Notifications.of(Notification.Kind.RESOLVED));
        }
        Fields begun = alerts(server.bodies().get(0)).get(0);
        List<Fields> over = alerts(server.bodies().get(1));
        assertThat(over).hasSize(1);
        assertThat(over.get(0).get("labels")).isEqualTo(begun.get("labels"));
        assertThat(JsonTexts.text(over.get(0), "endsAt")).isEqualTo("2026-07-03T10:17:35.000000Z");
    }

    @Test
    void endsTheOldSeverityWhenAnAlertBecomesWorse() {
        try (Handler handler = open()) {
            handler.send(of(Notifications.alert(AlertLevel.WARNING)));
            handler.send(of(Notifications.alert(AlertLevel.CRITICAL)));
        }
        List<Fields> second = alerts(server.bodies().get(1));
        assertThat(second.stream().map(alert -> JsonTexts.text(JsonTexts.object(alert, "labels"), "severity")))
                .containsExactly("warning", "critical");
        assertThat(JsonTexts.text(second.get(0), "endsAt")).isEqualTo("2026-07-03T10:17:35.000000Z");
        assertThat(JsonTexts.text(second.get(1), "endsAt")).isEqualTo("2026-07-04T10:17:35.000000Z");
    }

    @Test
    void endsEverySeverityWhenItHasForgottenWhichItSent() {
        send(Notifications.of(Notification.Kind.RESOLVED));
        assertThat(alerts(server.bodies().get(0))).hasSize(3).allSatisfy(alert -> assertThat(alert.get("endsAt"))
                .isPresent());
    }

    @Test
    void aTestIsOverThereAfterFiveMinutes() {
        send(Notifications.of(Notification.Kind.TEST));
        assertThat(JsonTexts.text(alerts(server.bodies().get(0)).get(0), "endsAt"))
                .isEqualTo("2026-07-03T10:22:35.000000Z");
    }

    private static Notification of(Alert alert) {
        return Notifications.of(Notification.Kind.FIRING, List.of(alert));
    }

    @Test
    void isContentWhenOneOfAClusterTookIt() {
        try (StubServer other = StubServer.on("127.0.0.2")) {
            other.answer(500);
            List<String> lines =
                    List.of("urls: [" + other.url("") + ", " + server.url("") + "]", "allow_private: true");
            try (Handler handler = new Options(directory, lines)
                    .read(node -> type().configure(node))
                    .open(surroundings())) {
                Outcome outcome = handler.send(Notifications.of(Notification.Kind.FIRING));
                assertThat(outcome)
                        .isEqualTo(
                                new Outcome.Delivered("taken by 1 of 2; not by " + other.url("") + ": HTTP 500: no"));
                assertThat(other.requests()).hasSize(1);
                server.answer(400);
                assertThat(handler.send(Notifications.of(Notification.Kind.FIRING)))
                        .isInstanceOf(Outcome.TryAgain.class);
                other.answer(400);
                assertThat(handler.send(Notifications.of(Notification.Kind.FIRING)))
                        .isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"team, team", "my-team, my_team", "1st, _1st", "'', _", "ü.x, __x"})
    void namesLabelsAsPrometheusDoes(String name, String expected) {
        assertThat(AlertmanagerAlert.labelName(name)).isEqualTo(expected);
    }
}
