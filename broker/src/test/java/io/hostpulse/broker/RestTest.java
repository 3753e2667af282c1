package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.list;
import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked over HTTP, of a real broker and through a real socket; only the alerter is played by the test. */
class RestTest extends HttpFixture {

    private static final long HOUR = 3_600_000_000_000L;

    private static final Fields VIEW = new PayloadReader().read("""
            {"rules":[{"name":"memory","metric":"memory.percentage","condition":"greater_than",
                       "thresholds":{"WARNING":80.0},"configured":{"WARNING":80.0},"state":"ok"}],
             "silences":[{"id":"s1","kind":"SILENCE","state":"active"}],
             "handlers":[{"name":"mail","type":"email","enabled":true}],
             "dead_letters":[{"handler":"mail","key":"k9","timestamp":"2026-01-03T10:15:30Z"}]}
            """.getBytes(StandardCharsets.UTF_8));

    private FakeAlerter alerter;

    RestTest() {
        super("broker.rate_limit=1000000");
    }

    @Override
    void prepare() throws Exception {
        alerter = new FakeAlerter(root);
        alerter.shows(FakeAlerter.now(), VIEW);
    }

    @Override
    void tidyUp() throws Exception {
        alerter.close();
    }

    @Test
    void showsTheNewestSnapshots() throws Exception {
        Fields message = ok(get("/api/metrics/current"));
        assertThat(text(message, "type")).isEqualTo("monitoring_data");
        assertThat(object(object(message, "data"), "memory").get("percentage")).contains(new Value.Real(50.0));
        assertThat(object(object(message, "streams"), "memory").values())
                .containsKeys("sequence", "timestamp", "age_ms", "stale");
    }

    @Test
    void showsTheNewestSnapshotsToPrometheus() throws Exception {
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, FakeAlerter.now()));
        HttpResponse<String> plain = get("/metrics");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(plain.body())
                .contains("hostpulse_memory_used_ratio 0.5\n")
                .contains("hostpulse_stream_up{stream=\"memory\"} 1.0\n")
                .contains("hostpulse_alerter_up 1.0\n")
                .contains("hostpulse_build_info{version=");
        assertThat(get("/metrics?name=x").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhatCannotBeReliedOn() throws Exception {
        alerter.shows(FakeAlerter.now() - HOUR, VIEW);
        Fields health = ok(get("/api/health"));
        assertThat(text(health, "status")).isNotEqualTo("ok");
        assertThat(text(object(health, "alerter"), "state")).isEqualTo("stale");
        assertThat(object(object(health, "streams"), "memory").values()).containsKeys("state", "age_ms");
    }

    @Test
    void countsWhatTheBrokerDoesAndIsReadyWhileDataIsFresh() throws Exception {
        assertThat(object(ok(get("/api/health")), "broker").values())
                .containsKeys("clients", "messages_sent_total", "bytes_sent_total", "messages_skipped_total");
        boolean isReady = false;
        for (int i = 0; i < 1000 && !isReady; i++) {
            broker.write(RecordKind.OK, "{\"percentage\":50.0}");
            isReady = get("/readyz").statusCode() == 200;
        }
        assertThat(isReady).isTrue();
        for (int i = 0; i < 10_000 && isReady; i++) {
            isReady = get("/readyz").statusCode() == 200;
        }
        assertThat(get("/readyz").body())
                .isEqualTo(
                        "{\"status\":\"not_ready\",\"reasons\":[\"stream memory is stale\",\"no stream has fresh data\"]}");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void anOldViewNeverLooksAsIfAllWereWell() throws Exception {
        alerter.shows(FakeAlerter.now() - HOUR, VIEW);
        Fields state = object(ok(get("/api/alerts")), "alerter");
        assertThat(text(state, "state")).isEqualTo("stale");
        assertThat(text(state, "reason")).contains("nobody looks");
        assertThat(((Value.Whole) state.values().get("age_ms")).value()).isGreaterThanOrEqualTo(3_600_000);
    }

    @Test
    void listsAlertsTheNewestFirstEachAsItStands() throws Exception {
        long now = FakeAlerter.now();
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, now - 3 * HOUR));
        alerter.changed("fired", FakeAlerter.alert("a2", AlertState.FIRING, now - 2 * HOUR));
        alerter.changed("resolved", FakeAlerter.alert("a1", AlertState.RESOLVED, now - 3 * HOUR));
        alerter.changed("fired", FakeAlerter.alert("a3", AlertState.FIRING, now - HOUR));
        assertThat(ids(ok(get("/api/alerts")))).containsExactly("a3", "a2", "a1");
        assertThat(ids(ok(get("/api/alerts?state=active")))).containsExactly("a3", "a2");
        assertThat(ids(ok(get("/api/alerts?state=resolved&level=warning&component=memory"))))
                .containsExactly("a1");
        assertThat(ids(ok(get("/api/alerts?level=critical")))).isEmpty();
    }

    @Test
    void pagesFitTogether() throws Exception {
        long now = FakeAlerter.now();
        for (int i = 0; i < 7; i++) {
            alerter.changed("fired", FakeAlerter.alert("a" + i, AlertState.FIRING, now - i * HOUR / 10));
        }
        Fields first = ok(get("/api/alerts?limit=3"));
        Fields second = ok(get("/api/alerts?limit=3&before=" + text(first, "next")));
        Fields third = ok(get("/api/alerts?limit=3&before=" + text(second, "next")));
        assertThat(ids(first)).containsExactly("a0", "a1", "a2");
        assertThat(ids(second)).containsExactly("a3", "a4", "a5");
        assertThat(ids(third)).containsExactly("a6");
        assertThat(third.get("next")).isEmpty();
    }

    @Test
    void tellsTheWholeStoryOfOneAlert() throws Exception {
        long since = FakeAlerter.now() - HOUR;
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, since));
        alerter.delivered("mail", "a1");
        alerter.delivered("mail", "another");
        alerter.changed("resolved", FakeAlerter.alert("a1", AlertState.RESOLVED, since));
        Fields alert = object(ok(get("/api/alerts/a1")), "alert");
        assertThat(text(alert, "state")).isEqualTo("resolved");
        assertThat(list(alert, "events").stream().map(event -> text(event, "event")))
                .containsExactly("fired", "resolved");
        assertThat(list(alert, "receipts").stream().map(receipt -> text(receipt, "handler")))
                .containsExactly("mail");
    }

    @Test
    void carriesAnOrderToTheAlerterAndItsAnswerBack() throws Exception {
        long since = FakeAlerter.now();
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, since));
        CompletableFuture<HttpResponse<String>> response =
                send("POST", "/api/alerts/a1/acknowledge", "{\"text\":\"mine\"}");
        Fields order = alerter.answerNext(asked -> {
            alerter.changed("acknowledged", FakeAlerter.alert("a1", AlertState.ACKNOWLEDGED, since));
            return "";
        });
        assertThat(text(order, "action")).isEqualTo("acknowledge");
        assertThat(text(order, "by")).isEqualTo("127.0.0.1");
        assertThat(object(order, "arguments").values())
                .containsEntry("alert", new Value.Text("a1"))
                .containsEntry("text", new Value.Text("mine"));
        assertThat(text(object(ok(response.get()), "alert"), "state")).isEqualTo("acknowledged");
    }

    @Test
    void stopsAndShowsWhatIsStopped() throws Exception {
        CompletableFuture<HttpResponse<String>> response =
                send("POST", "/api/monitoring/stop", "{\"streams\":[\"memory\"],\"comment\":\"new cards\"}");
        Monitoring stopped = Monitoring.ON.stop(List.of("memory"), new Stop("ann", FakeAlerter.now(), "new cards"));
        Fields order = alerter.answerNext(asked -> {
            try {
                MonitoringFile.in(new DataDirectory(root)).write(stopped);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "=memory";
        });
        assertThat(text(order, "action")).isEqualTo("stop_monitoring");
        assertThat(object(order, "arguments").values()).containsKeys("streams", "comment");
        Fields shown = object(ok(response.get()), "monitoring");
        assertThat(text(shown, "state")).isEqualTo("partly");
        assertThat(text(object(object(shown, "streams"), "memory"), "by")).isEqualTo("ann");
        assertThat(text(object(ok(get("/api/monitoring")), "monitoring"), "state"))
                .isEqualTo("partly");
        assertThat(broker.audit()).contains("stop_monitoring");
    }

    @Test
    void aStoppedStreamIsNeitherFreshNorStale() throws Exception {
        String record = new PayloadWriter().text(new Stop("ann", FakeAlerter.now(), "").record());
        Fields health = Fields.NONE;
        for (int i = 0; i < 1000 && !health.toString().contains("stopped by"); i++) {
            broker.write(RecordKind.UNAVAILABLE, record);
            health = ok(get("/api/health"));
        }
        Fields memory = object(object(health, "streams"), "memory");
        assertThat(text(memory, "state")).isEqualTo("stopped");
        assertThat(text(memory, "reason")).startsWith("stopped by ann at ");
        assertThat(text(health, "status")).isNotEqualTo("ok");
        Fields message = ok(get("/api/metrics/current"));
        assertThat(object(message, "data").get("memory")).isEmpty();
        assertThat(object(object(message, "no_data"), "memory").values())
                .containsKeys("state", "reason", "by", "since");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/monitoring/stop, '{\"streams\":[\"nosuch\"]}', 404",
        "POST, /api/monitoring/stop, '{\"streams\":[\"memory\"]}', 409",
        "POST, /api/monitoring/start, '{}', 409",
        "POST, /api/alerts/nosuch/resolve, '{}', 404",
        "DELETE, /api/silences/nosuch, '', 404",
        "DELETE, /api/silences/s1, '', 409",
        "POST, /api/handlers/nosuch/disable, '', 404",
        "POST, /api/handlers/mail/enable, '', 409",
        "PUT, /api/thresholds, '{\"nosuch\":{\"warning\":1}}', 404",
        "PUT, /api/thresholds, '{\"memory\":{\"warning\":99}}', 409",
        "POST, /api/silences, '{\"match\":{}}', 409",
    })
    void tellsWhetherARefusalIsAboutTheStateOrAboutNothing(String method, String path, String body, int status)
            throws Exception {
        CompletableFuture<HttpResponse<String>> response = send(method, path, body);
        alerter.answerNext(order -> "that cannot be: so it is");
        assertThat(response.get().statusCode()).isEqualTo(status);
        assertThat(text(parsed(response.get()), "detail")).contains("that cannot be: so it is");
        assertThat(response.get().headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void givesTheIdOfANewSilence() throws Exception {
        CompletableFuture<HttpResponse<String>> response = send(
                "POST",
                "/api/silences",
                "{\"match\":{\"rule\":[\"memory\"]},\"duration\":\"2h\",\"comment\":\"work\"}");
        Fields order = alerter.answerNext(asked -> "=silence-7");
        assertThat(object(order, "arguments").values())
                .containsKeys("match", "to", "comment")
                .doesNotContainKey("duration");
        assertThat(text(ok(response.get()), "silence")).isEqualTo("silence-7");
    }

    @Test
    void changesThresholdsAndResetsThem() throws Exception {
        CompletableFuture<HttpResponse<String>> response =
                send("PUT", "/api/thresholds", "{\"memory\":{\"warning\":85.5,\"critical\":95}}");
        Fields set = alerter.answerNext(order -> "");
        assertThat(object(object(set, "arguments"), "levels").values())
                .containsOnly(Map.entry("WARNING", new Value.Real(85.5)), Map.entry("CRITICAL", new Value.Whole(95)));
        assertThat(response.get().statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> reset =
                send("PUT", "/api/thresholds", "{\"memory\":{\"warning\":null}}");
        assertThat(object(object(alerter.answerNext(order -> ""), "arguments"), "levels")
                        .get("WARNING"))
                .contains(new Value.Text("configured"));
        assertThat(reset.get().statusCode()).isEqualTo(200);
    }

    @Test
    void sendsDeadLettersAgain() throws Exception {
        CompletableFuture<HttpResponse<String>> response =
                send("POST", "/api/dead-letters/resend", "{\"handler\":\"mail\",\"key\":\"k9\"}");
        assertThat(text(alerter.answerNext(order -> "=1"), "action")).isEqualTo("resend");
        assertThat(text(ok(response.get()), "result")).isEqualTo("1");
    }

    @Test
    void givesATicketWhenTheAlerterDoesNotAnswer() throws Exception {
        HttpResponse<String> response =
                send("POST", "/api/handlers/mail/disable", "").get();
        assertThat(response.statusCode()).isEqualTo(202);
        String ticket = response.headers().firstValue("location").orElseThrow();
        assertThat(text(ok(get(ticket)), "state")).isEqualTo("waiting");
        alerter.answerNext(order -> "");
        assertThat(text(ok(get(ticket)), "state")).isEqualTo("done");
    }

    @Test
    void showsWhatTheAlerterShows() throws Exception {
        assertThat(text(list(ok(get("/api/silences")), "silences").get(0), "id"))
                .isEqualTo("s1");
        assertThat(text(list(ok(get("/api/thresholds")), "rules").get(0), "name"))
                .isEqualTo("memory");
        Fields handlers = ok(get("/api/handlers"));
        assertThat(text(list(handlers, "handlers").get(0), "name")).isEqualTo("mail");
        assertThat(text(list(handlers, "dead_letters").get(0), "key")).isEqualTo("k9");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/alerts?hour=24, 'did you mean ''hours'''",
        "/api/alerts?hours=-1, 'hours must be a whole number from 1 to'",
        "/api/alerts?hours=1&hours=2, 'given twice'",
        "/api/alerts?state=open, 'active, pending, resolved, all'",
        "/api/alerts?before=yesterday, 'must be a time'",
        "/api/health?x=1, 'there are none here'",
    })
    void refusesAQueryThatItDoesNotUnderstand(String path, String why) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(parsed(response), "detail")).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/alerts/a1/note, '{}', '''text'' is missing'",
        "POST, /api/alerts/a1/note, '{\"text\":5}', 'must be a text'",
        "POST, /api/alerts/a1/note, '[1]', 'one JSON object'",
        "POST, /api/alerts/a1/note, '{\"txt\":\"x\"}', 'did you mean ''text'''",
        "POST, /api/alerts/a1/note, '{\"alert\":\"b\",\"text\":\"x\"}', 'stands in the address'",
        "POST, /api/silences, '{\"duration\":\"2 hours\"}', 'such as 2h'",
        "PUT, /api/thresholds, '{}', '1 to 20 rules'",
        "PUT, /api/thresholds, '{\"memory\":85}', 'needs an object'",
        "PUT, /api/thresholds, '{\"memory\":{\"warning\":\"85\"}}', 'must be a number'",
    })
    void refusesABodyThatItDoesNotUnderstand(String method, String path, String body, String why) throws Exception {
        HttpResponse<String> response = send(method, path, body).get();
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(parsed(response), "detail")).contains(why);
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        HttpResponse<String> response = send("DELETE", "/api/thresholds", "").get();
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, HEAD, PUT");
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        HttpResponse<String> response = send("HEAD", "/healthz", "").get();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).contains("15");
    }

    @Test
    void showsTheNewestOfOneStreamOrWhyThereIsNone() throws Exception {
        Fields processes = ok(get("/api/processes"));
        assertThat(text(processes, "stream")).isEqualTo("process");
        assertThat(text(object(processes, "no_data"), "state")).isEqualTo("absent");
        assertThat(processes.get("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/thresholds", "/api/silences", "/api/handlers", "/api/alerts", "/api/config", "/api/network"
            })
    void saysWhenNothingHasChanged(String path) throws Exception {
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(tag).startsWith("W/\"");
        HttpResponse<String> again = http.send(
                HttpRequest.newBuilder(broker.page(path))
                        .header("If-None-Match", "\"other\", " + tag.substring(2))
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).contains(tag);
    }

    @Test
    void anotherContentHasAnotherTag() throws Exception {
        String before = get("/api/alerts").headers().firstValue("etag").orElseThrow();
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, FakeAlerter.now()));
        HttpResponse<String> after = http.send(
                HttpRequest.newBuilder(broker.page("/api/alerts"))
                        .header("If-None-Match", before)
                        .build(),
                BodyHandlers.ofString());
        assertThat(ids(ok(after))).containsExactly("a1");
    }

    @Test
    void linksToTheNextPage() throws Exception {
        long now = FakeAlerter.now();
        for (int i = 0; i < 3; i++) {
            alerter.changed("fired", FakeAlerter.alert("a" + i, AlertState.FIRING, now - i * HOUR / 10));
        }
        String link = get("/api/alerts?limit=2&state=active")
                .headers()
                .firstValue("link")
                .orElseThrow();
        assertThat(link).startsWith("</api/alerts?").endsWith(">; rel=\"next\"");
        HttpResponse<String> last = get(link.substring(1, link.indexOf('>')));
        assertThat(ids(ok(last))).containsExactly("a2");
        assertThat(last.headers().firstValue("link")).isEmpty();
    }

    private static List<String> ids(Fields page) {
        return list(page, "alerts").stream().map(alert -> text(alert, "id")).toList();
    }
}
