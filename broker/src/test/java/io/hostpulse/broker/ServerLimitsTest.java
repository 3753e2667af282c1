package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.process.ProcessFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it listens, whom browsers may let ask, how often, and in what form answers come. */
class ServerLimitsTest {

    @TempDir
    Path root;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void doesNotListenWhereOthersCanReachItWithoutTokens(String host) {
        assertThatThrownBy(() -> new RunningBroker(root, "broker.host=" + host).close())
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("there is no token")
                .hasMessageContaining("hostpulse token create NAME")
                .hasMessageContaining("broker.auth: none");
    }

    @Test
    void doesNotListenThereWithTokensThatAnybodyCanRead() throws Exception {
        RunningBroker.token(root, "ann", Role.VIEWER);
        assertThatThrownBy(() -> new RunningBroker(root, "broker.host=0.0.0.0").close())
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("unencrypted")
                .hasMessageContaining("allow_plaintext_tokens");
    }

    @Test
    void answersPreflightsOfPagesThatAreNamedOnly() throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.allowed_origins=https://status.example")) {
            String asked =
                    "OPTIONS /api/thresholds HTTP/1.1\r\nHost: localhost\r\nAccess-Control-Request-Method: PUT\r\n"
                            + "Connection: close\r\nOrigin: ";
            assertThat(talk(broker, asked + "https://status.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 204 ")
                    .contains("Access-Control-Allow-Origin: https://status.example\r\n")
                    .contains("Access-Control-Allow-Headers: Authorization, Content-Type")
                    .contains("Access-Control-Allow-Methods: GET, HEAD, POST, PUT, DELETE\r\n")
                    .doesNotContain("Allow-Credentials");
            assertThat(talk(broker, asked + "https://evil.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ")
                    .doesNotContain("Access-Control-Allow");
        }
    }

    @Test
    void letsNamedPagesReadAnswersAndProblems() throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.allowed_origins=https://status.example")) {
            for (String path : new String[] {"/api/health", "/nosuch"}) {
                assertThat(talk(
                                broker,
                                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                        + "Origin: https://status.example\r\n\r\n"))
                        .contains("Access-Control-Allow-Origin: https://status.example\r\n")
                        .contains("Vary: Origin");
            }
            // Without a token it is not the person on this machine who orders, but some page.
            assertThat(talk(
                            broker,
                            "DELETE /api/silences/s1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Origin: https://status.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void tellsBrowsersNotToTrustWhatIsSent() throws Exception {
        try (RunningBroker broker = new RunningBroker(root)) {
            HttpResponse<String> page = get(broker, "/");
            assertThat(header(page, "content-security-policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            HttpResponse<String> data = get(broker, "/api/health");
            assertThat(header(data, "content-security-policy")).contains("sandbox");
            for (HttpResponse<String> one : List.of(page, data)) {
                assertThat(header(one, "x-content-type-options")).isEqualTo("nosniff");
                assertThat(header(one, "x-frame-options")).isEqualTo("DENY");
                assertThat(header(one, "referrer-policy")).isEqualTo("no-referrer");
                assertThat(header(one, "cache-control")).isEqualTo("no-store");
            }
        }
    }

    @Test
    void saysWhenSomebodyWhoAsksTooOftenMayAskAgain() throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.rate_limit=5")) {
            HttpResponse<String> response = get(broker, "/healthz");
            for (int i = 0; i < 100 && response.statusCode() == 200; i++) {
                response = get(broker, "/healthz");
            }
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(header(response, "retry-after")).isEqualTo("1");
            assertThat(header(response, "content-type")).isEqualTo("application/problem+json");
            try (TestClient client = new TestClient(http, broker.uri("/"))) {
                client.next("monitoring_data");
            }
        }
    }

    @Test
    void compressesLongAnswersForThoseWhoUnderstandIt() throws Exception {
        try (RunningBroker broker = new RunningBroker(root)) {
            String marker = "x".repeat(5000);
            broker.write(RecordKind.OK, "{\"percentage\":51.5,\"text\":\"" + marker + "\"}");
            HttpResponse<byte[]> compressed = asked(broker, "br;q=1, gzip;q=0.5");
            while (compressed.headers().firstValue("content-encoding").isEmpty()) {
                compressed = asked(broker, "gzip"); // the record is not read yet
            }
            assertThat(compressed.body()).hasSizeLessThan(marker.length());
            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains(marker);
            HttpResponse<byte[]> plain = asked(broker, "gzip;q=0, *");
            assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
            assertThat(plain.headers().firstValue("vary")).contains("Accept-Encoding");
            assertThat(plain.body()).asString(StandardCharsets.UTF_8).contains(marker);
        }
    }

    private HttpResponse<byte[]> asked(RunningBroker broker, String encodings) throws Exception {
        return http.send(
                HttpRequest.newBuilder(broker.page("/api/metrics/current"))
                        .header("Accept-Encoding", encodings)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(RunningBroker broker, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(broker.page(path)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String talk(RunningBroker broker, String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
