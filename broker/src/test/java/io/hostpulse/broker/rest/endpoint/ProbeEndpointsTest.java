package io.hostpulse.broker.rest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Target;
import io.hostpulse.broker.rest.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ProbeEndpointsTest {

    private static final Request KNOWN = by(Caller.viewer("127.0.0.1", "looks only"));
    private static final Request STRANGER = by(Caller.stranger("10.0.0.7", Problem.of(401, "a token is needed")));
    private static final String FRESH = "\"memory\":{\"stale\":false}";
    private static final String STALE = "\"disk\":{\"stale\":true}";

    @Test
    void areGoodWhenAllIsWell() {
        ProbeEndpoints probes = probes(List.of(), FRESH);
        assertThat(text(probes.alive(KNOWN))).isEqualTo("200 {\"status\":\"ok\"}");
        assertThat(text(probes.ready(KNOWN))).isEqualTo("200 {\"status\":\"ready\"}");
    }

    @Test
    void failWithTheReasonWhenAThreadIsStuckAndAskItNothing() {
        ProbeEndpoints probes = new ProbeEndpoints(
                new FakeVitals(List.of("the feed has been stuck for 11 s"), Set.of()),
                new MetricsEndpoint(() -> Optional.of(new CompletableFuture<>())));
        assertThat(text(probes.alive(KNOWN)))
                .isEqualTo("503 {\"status\":\"stuck\",\"reasons\":[\"the feed has been stuck for 11 s\"]}");
        assertThat(text(probes.ready(KNOWN))).startsWith("503 {\"status\":\"not_ready\"");
    }

    @Test
    void areNotReadyWhileAConfiguredStreamIsStale() {
        assertThat(ready(FRESH + "," + STALE))
                .isEqualTo("503 {\"status\":\"not_ready\",\"reasons\":[\"stream disk is stale\"]}");
    }

    @Test
    void doNotMindAStreamThatIsNotConfiguredAnyMore() {
        assertThat(ready(FRESH + ",\"old\":{\"stale\":true}")).startsWith("200 ");
    }

    @Test
    void areNotReadyBeforeAnythingIsFresh() {
        assertThat(ready("")).contains("no stream has fresh data");
    }

    @Test
    void tellStrangersOnlyThatSomethingIsWrong() {
        ProbeEndpoints probes = probes(List.of(), FRESH + "," + STALE);
        assertThat(text(probes.ready(STRANGER))).isEqualTo("503 {\"status\":\"not_ready\"}");
        probes = probes(List.of("the feed has been stuck for 11 s"), FRESH);
        assertThat(text(probes.alive(STRANGER))).isEqualTo("503 {\"status\":\"stuck\"}");
    }

    @Test
    void areReadyWhenSomebodyStoppedEverything() {
        byte[] message = ("{\"streams\":{" + FRESH
                        + "},\"no_data\":{\"memory\":{\"state\":\"stopped\",\"reason\":\"by ann\"}}}")
                .getBytes(StandardCharsets.UTF_8);
        ProbeEndpoints probes = new ProbeEndpoints(
                new FakeVitals(List.of(), Set.of("memory")),
                new MetricsEndpoint(() -> Optional.of(CompletableFuture.completedFuture(message))));
        assertThat(text(probes.ready(KNOWN))).startsWith("200 ");
    }

    private static Request by(Caller caller) {
        return new Request(
                "GET", Target.parse("/readyz"), Optional.empty(), Wanted.ANYTHING, new byte[0], caller, Map.of());
    }

    private static String ready(String streams) {
        return text(probes(List.of(), streams).ready(KNOWN));
    }

    private static ProbeEndpoints probes(List<String> troubles, String streams) {
        byte[] message = ("{\"streams\":{" + streams + "}}").getBytes(StandardCharsets.UTF_8);
        return new ProbeEndpoints(
                new FakeVitals(troubles, Set.of("memory", "disk")),
                new MetricsEndpoint(() -> Optional.of(CompletableFuture.completedFuture(message))));
    }

    private static String text(CompletionStage<Response> answer) {
        Response response = answer.toCompletableFuture().join();
        return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8).strip();
    }
}
