package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import io.hostpulse.testkit.Await;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Tokens, tickets, pages of other servers and limits, on a real broker that asks everybody for a token. */
class AccessTest extends HttpFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Secret viewer;
    private Secret operator;

    AccessTest() {
        super("broker.auth=all");
    }

    @Override
    void prepare() throws Exception {
        viewer = RunningBroker.token(root, "screen", Role.VIEWER);
        operator = RunningBroker.token(root, "ann", Role.OPERATOR);
    }

    @Test
    void asksForATokenAndSaysHow() throws Exception {
        HttpResponse<String> response = send(request("GET", "/api/health", ""));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"hostpulse\"");
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("hostpulse token create");
    }

    @Test
    void showsStrangersOnlyWhatProbesAndBrowsersNeedFirst() {
        assertThat(status("GET", "/healthz", null)).isEqualTo(200);
        assertThat(status("GET", "/", null)).isEqualTo(200);
        assertThat(status("GET", "/api/nosuch", null)).isEqualTo(401);
        assertThat(status("DELETE", "/api/thresholds", null)).isEqualTo(401);
    }

    @Test
    void refusesAWrongTokenAlsoWhereNoneIsNeeded() {
        for (String wrong : new String[] {
            "hpt_wrong", operator.reveal() + "x", operator.reveal().substring(1), ""
        }) {
            assertThat(status("GET", "/healthz", new Secret(wrong))).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void takesNoTokenFromAnAddress() {
        assertThat(status("GET", "/api/health?token=" + viewer.reveal(), null)).isEqualTo(401);
        assertThat(refusal("/?token=" + viewer.reveal())).isEqualTo(401);
    }

    @Test
    void letsViewersLookAndOperatorsOrder() throws Exception {
        try (FakeAlerter alerter = new FakeAlerter(root)) {
            alerter.shows(
                    FakeAlerter.now(), new PayloadReader().read("{\"handlers\":[]}".getBytes(StandardCharsets.UTF_8)));
            HttpResponse<String> refused = send(with(request("POST", "/api/handlers/mail/disable", "{}"), viewer));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("the token 'screen' may look only");
            CompletableFuture<HttpResponse<String>> done = http.sendAsync(
                    with(request("POST", "/api/handlers/mail/disable", "{}"), operator)
                            .build(),
                    BodyHandlers.ofString());
            Fields order = alerter.answerNext(asked -> "");
            assertThat(text(order, "by")).isEqualTo("ann");
            assertThat(done.get().statusCode()).isEqualTo(200);
            awaitAudit("\"result\":\"done\"");
            assertThat(broker.audit())
                    .contains("\"by\":\"screen\",\"address\":\"127.0.0.1\",\"role\":\"viewer\","
                            + "\"action\":\"POST /api/handlers/mail/disable\",\"result\":\"denied\"")
                    .contains("\"by\":\"ann\",\"address\":\"127.0.0.1\",\"role\":\"operator\",\"action\":\"handler\"")
                    .doesNotContain(operator.reveal());
        }
    }

    @Test
    void tellsPeopleWhoTheyAre() throws Exception {
        HttpResponse<String> looking = send(with(request("GET", "/api/me", ""), viewer));
        assertThat(looking.body())
                .contains("\"name\":\"screen\"", "\"role\":\"viewer\"", "\"token\":true")
                .contains("the token 'screen' may look only")
                .doesNotContain(viewer.reveal());
        assertThat(send(with(request("GET", "/api/me", ""), operator)).body())
                .contains("\"name\":\"ann\"", "\"role\":\"operator\"")
                .doesNotContain("reason");
        assertThat(status("GET", "/api/me", null)).isEqualTo(401);
    }

    @Test
    void writesNothingIntoTheAuditLogThatLooksLikeAnotherLine() throws Exception {
        String forged = "{\"text\":\"x\\n{\\\"by\\\":\\\"root\\\"}\\u001b[2J\\u202e\"}";
        send(with(request("POST", "/api/alerts/a1/note", forged), operator));
        awaitAudit("\"action\":\"note\"");
        assertThat(broker.audit().lines()).allMatch(line -> line.startsWith("{\"timestamp\":") && line.endsWith("}"));
        assertThat(broker.audit()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void opensAWebSocketForATokenInTheHeaderOrAsASubprotocol() throws Exception {
        try (TestClient client = client(viewer)) {
            assertThat(text(client.first(), "type")).isEqualTo("connection");
            client.send("{\"type\":\"resolve\",\"alert\":\"a1\"}");
            assertThat(text(client.next("error"), "code")).isEqualTo("FORBIDDEN");
        }
        try (TestClient client = new TestClient(
                broker.uri("/"),
                http.newWebSocketBuilder().subprotocols("hostpulse.v1", "hostpulse.token." + operator.reveal()))) {
            assertThat(client.subprotocol()).isEqualTo("hostpulse.v1");
            client.send("{\"type\":\"resolve\",\"alert\":\"a1\"}");
            assertThat(text(client.next("error"), "code")).isEqualTo("NO_ALERTER");
        }
        assertThat(refusal("/")).isEqualTo(401);
    }

    @Test
    void opensOneWebSocketForATicket() throws Exception {
        HttpResponse<String> response = send(with(request("POST", "/api/tickets", ""), viewer));
        assertThat(response.statusCode()).isEqualTo(201);
        String ticket = text(parsed(response), "ticket");
        try (TestClient client = new TestClient(http, broker.uri("/?ticket=" + ticket))) {
            client.next("monitoring_data");
        }
        assertThat(refusal("/?ticket=" + ticket)).isEqualTo(401);
        assertThat(status("GET", "/api/health?ticket=" + ticket, null)).isEqualTo(401);
    }

    @Test
    void endsWhatLivesOnARevokedTokenAndNothingElse() throws Exception {
        try (TestClient revoked = client(operator);
                TestClient other = client(viewer)) {
            revoked.next("monitoring_data");
            broker.revoke("ann");
            assertThat(revoked.closeCode()).isEqualTo(1008);
            other.next("monitoring_data");
            other.send("{\"type\":\"ping\"}");
            other.next("pong");
        }
        assertThat(status("GET", "/api/health", operator)).isEqualTo(401);
    }

    @Test
    void letsNewTokensInAtOnce() throws Exception {
        Secret late = RunningBroker.token(root, "late", Role.VIEWER);
        Await.until("it is known", () -> status("GET", "/api/health", late) != 401);
        // What was tried too early counts as wrong, so it may be 429 by now; a right one is let in all the same.
        Await.until("it is let in", () -> status("GET", "/api/health", late) == 200);
    }

    @Test
    void believesNoTokenOfAFileItCannotRead() throws Exception {
        try (TestClient client = client(operator)) {
            client.next("monitoring_data");
            Files.writeString(root.resolve("tokens.json"), "{\"tokens\":[");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        assertThat(status("GET", "/api/health", viewer)).isEqualTo(401);
    }

    @Test
    void tiresOfWrongTokensButNotOfRightOnes() {
        int status = 401;
        for (int i = 0; i < 50 && status == 401; i++) {
            status = status("GET", "/api/health", new Secret("hpt_wrong"));
        }
        assertThat(status).isEqualTo(429);
        assertThat(status("GET", "/api/health", viewer)).isEqualTo(200);
        awaitAudit("\"action\":\"login\",\"result\":\"denied\"");
        assertThat(broker.audit()).doesNotContain("hpt_");
    }

    /** Until a line has this text, and has been written to its end. */
    private void awaitAudit(String text) {
        Await.until(
                () -> text + " in " + broker.audit(),
                PATIENCE,
                () -> broker.audit().contains(text) && broker.audit().endsWith("\n"));
    }

    private TestClient client(Secret token) {
        return new TestClient(
                broker.uri("/"), http.newWebSocketBuilder().header("Authorization", "Bearer " + token.reveal()));
    }

    private int refusal(String path) {
        try {
            new TestClient(http, broker.uri(path)).close();
            throw new AssertionError("it was let in");
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, Secret token) {
        return request.header("Authorization", "Bearer " + token.reveal());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int status(String method, String path, Secret token) {
        try {
            HttpRequest.Builder request = request(method, path, "");
            return send(token == null ? request : with(request, token)).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
