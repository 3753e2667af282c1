package io.hostpulse.broker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Caller OPERATOR = Caller.operator("here");

    private final Router router = new Router()
            .on("GET", "/things/{id}", RouterTest::echo)
            .on("DELETE", "/things/{id}", RouterTest::echo)
            .on("POST", "/things/{id}/use", RouterTest::echo);

    private static CompletionStage<Response> echo(Request request) {
        return CompletableFuture.completedStage(Response.ok(Fields.builder()
                .put("method", request.method())
                .put("id", request.place("id"))
                .build()));
    }

    @Test
    void findsTheEndpointAndWhatStandsInThePath() throws Exception {
        Response response = router.answer(request("GET", "/things/a%20b", Optional.empty(), OPERATOR))
                .toCompletableFuture()
                .get();
        assertThat(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"method\":\"GET\",\"id\":\"a b\"}");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(refusal("GET", "/things").status()).isEqualTo(404);
        assertThat(refusal("GET", "/things/").status()).isEqualTo(404);
        assertThat(refusal("GET", "/things/a/use/more").status()).isEqualTo(404);
    }

    @Test
    void saysWhatWouldBeAllowed() {
        Problem problem = refusal("PATCH", "/things/a");
        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.headers()).isEqualTo(Map.of("Allow", "DELETE, GET, HEAD"));
    }

    @Test
    void wantsJsonWhereThereIsABody() {
        assertThat(refusal("POST", "/things/a/use").status()).isEqualTo(415);
        assertThat(router.answer(request("POST", "/things/a/use", Optional.of("application/json"), OPERATOR)))
                .isCompleted();
    }

    @Test
    void letsViewersOnlyLook() {
        Caller viewer = Caller.viewer("there", "not from there");
        assertThat(router.answer(request("GET", "/things/a", Optional.empty(), viewer)))
                .isCompleted();
        assertThatThrownBy(() -> router.answer(request("DELETE", "/things/a", Optional.empty(), viewer)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("not from there");
    }

    private Problem refusal(String method, String path) {
        try {
            router.answer(request(method, path, Optional.empty(), OPERATOR));
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError(path + " was answered");
    }

    private static Request request(String method, String path, Optional<String> type, Caller caller) {
        return new Request(method, Target.parse(path), type, new byte[0], caller, Map.of(), Preferences.NONE);
    }
}
