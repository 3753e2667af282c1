package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.endpoint.FakeVitals;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/openapi.yaml against what is really answered: every field of every answer is documented, and everything that must be there is. */
class OpenApiTest extends HttpFixture {

    private static final Fields VIEW = new PayloadReader().read("""
            {"rules":[{"name":"memory","metric":"memory.percentage","condition":"greater_than","unit":"%",
                       "thresholds":{"WARNING":80.0},"configured":{"WARNING":80.0},"state":"ok","series":1}],
             "silences":[{"id":"s1","kind":"SILENCE","match":{"rule":["memory"],"labels":{}},"to":"2026-01-03T10:15:30Z",
                          "author":"ada","comment":"work","state":"active"}],
             "handlers":[{"name":"mail","type":"email","enabled":true,"last_delivered":"2026-01-03T10:15:30Z"}],
             "dead_letters":[{"handler":"mail","key":"k9","timestamp":"2026-01-03T10:15:30Z","alerts":["a1"]}],
             "left_out":{"rules":3}}
            """.getBytes(StandardCharsets.UTF_8));

    private OpenApi openApi;
    private FakeAlerter alerter;

    @Override
    void prepare() throws Exception {
        openApi = OpenApi.read(Path.of("..", "docs", "openapi.yaml"));
        alerter = new FakeAlerter(root);
        alerter.shows(FakeAlerter.now(), VIEW);
        long now = FakeAlerter.now();
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, now));
        alerter.delivered("mail", "a1");
        alerter.changed("acknowledged", FakeAlerter.alert("a1", AlertState.ACKNOWLEDGED, now));
        alerter.changed("resolved", FakeAlerter.alert("a0", AlertState.RESOLVED, now - 1));
        PastFixture.write(root.resolve("history"), now);
        PastPrograms.write(root.resolve("history"), now);
    }

    @Override
    void tidyUp() throws Exception {
        alerter.close();
    }

    @Test
    void everyEndpointIsDocumentedAndNoOther() {
        try (Desk desk = new Desk("desk");
                HistoryDesk history = new HistoryDesk(root.resolve("history"), true)) {
            Endpoints.Surroundings surroundings = new Endpoints.Surroundings(
                    new DataDirectory(root),
                    EpochClock.SYSTEM,
                    "host",
                    desk,
                    history,
                    (by, action, arguments) -> CompletableFuture.failedStage(new AssertionError()),
                    List::of,
                    new FakeVitals(List.of(), Set.of()),
                    caller -> Optional.empty(),
                    () -> Fields.NONE,
                    Optional::empty);
            assertThat(openApi.operations())
                    .containsExactlyInAnyOrderElementsOf(
                            Endpoints.router(surroundings).endpoints());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/healthz, /healthz",
        "/readyz, /readyz",
        "/api/health, /api/health",
        "/api/metrics/current, /api/metrics/current",
        "/api/metrics/history/{stream}, /api/metrics/history/memory",
        "/api/metrics/history/{stream}, /api/metrics/history/memory?points=3",
        "/api/metrics/history/{stream}, /api/metrics/history/memroy",
        "/api/me, /api/me",
        "/api/processes/history, /api/processes/history?name=a%26b%20%3Cc%3E",
        "/api/processes/history, /api/processes/history?name=nobody",
        "/api/processes/history, /api/processes/history",
        "/api/processes, /api/processes",
        "/api/network, /api/network",
        "/api/config, /api/config",
        "/api/alerts, /api/alerts",
        "/api/alerts, /api/alerts?limit=1",
        "/api/alerts, /api/alerts?nonsense=1",
        "/api/alerts/{id}, /api/alerts/a1",
        "/api/alerts/{id}, /api/alerts/nosuch",
        "/api/silences, /api/silences",
        "/api/thresholds, /api/thresholds",
        "/api/handlers, /api/handlers",
        "/api/orders/{number}, /api/orders/77",
        "/api/monitoring, /api/monitoring",
    })
    void whatIsShownIsDocumented(String path, String target) throws Exception {
        check("GET", path, send("GET", target, "").get());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/alerts/{id}/acknowledge, /api/alerts/a1/acknowledge, '{}'",
        "POST, /api/alerts/{id}/resolve, /api/alerts/a1/resolve, ''",
        "POST, /api/alerts/{id}/note, /api/alerts/a1/note, '{\"text\":\"x\"}'",
        "POST, /api/silences, /api/silences, '{\"duration\":\"1h\"}'",
        "DELETE, /api/silences/{id}, /api/silences/s1, ''",
        "PUT, /api/thresholds, /api/thresholds, '{\"memory\":{\"warning\":85}}'",
        "PUT, /api/thresholds, /api/thresholds, '{\"memory\":{\"warning\":null}}'",
        "POST, /api/handlers/{name}/enable, /api/handlers/mail/enable, ''",
        "POST, /api/handlers/{name}/disable, /api/handlers/mail/disable, ''",
        "POST, /api/dead-letters/resend, /api/dead-letters/resend, '{\"handler\":\"mail\"}'",
        "POST, /api/monitoring/stop, /api/monitoring/stop, '{\"streams\":[\"memory\"]}'",
        "POST, /api/monitoring/start, /api/monitoring/start, ''",
    })
    void whatIsAnsweredToOrdersIsDocumented(String method, String path, String target, String body) throws Exception {
        CompletableFuture<HttpResponse<String>> done = send(method, target, body);
        alerter.answerNext(order -> "=7");
        check(method, path, done.get());
        CompletableFuture<HttpResponse<String>> refused = send(method, target, body);
        alerter.answerNext(order -> "no");
        check(method, path, refused.get());
    }

    @Test
    void whatIsAnsweredToTicketsIsDocumented() throws Exception {
        check("POST", "/api/tickets", send("POST", "/api/tickets", "").get());
        check(
                "POST",
                "/api/tickets",
                send("POST", "/api/tickets", "{\"for\":\"me\"}").get());
    }

    private void check(String method, String path, HttpResponse<String> response) {
        String type = response.headers().firstValue("content-type").orElse("none");
        Fields body = new PayloadReader().read(response.body().getBytes(StandardCharsets.UTF_8));
        assertThat(openApi.complaints(method, path, response.statusCode(), type, body))
                .as(response.body())
                .isEmpty();
    }
}
