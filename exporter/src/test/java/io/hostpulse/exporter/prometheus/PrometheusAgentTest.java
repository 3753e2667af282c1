package io.hostpulse.exporter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrometheusAgentTest {

    @TempDir
    Path root;

    private ScrapedHost host;

    @BeforeEach
    void begin() throws IOException {
        host = new ScrapedHost(root);
        host.writeMemory(5000);
    }

    @AfterEach
    void end() {
        host.close();
    }

    @Test
    void showsTheNewestRecord() throws Exception {
        host.start(0);
        assertThat(get("/metrics").body()).contains("\nhostpulse_memory_total_bytes 5000.0\n");
        host.writeMemory(6000);
        assertThat(get("/metrics").body()).contains("\nhostpulse_memory_total_bytes 6000.0\n");
    }

    @Test
    void showsAlertsThatBeginAndEnd() throws Exception {
        host.fire("disk_full");
        host.start(0);
        assertThat(get("/metrics").body())
                .contains("hostpulse_alert_firing{acknowledged=\"false\",alertname=\"disk_full\"");
        host.resolve("disk_full");
        host.turn();
        assertThat(get("/metrics").body()).doesNotContain("hostpulse_alert_firing{");
    }

    @Test
    void saysThatTheStreamIsStaleWhenItsCollectorIsGone() throws Exception {
        host.start(0);
        host.step(10);
        assertThat(get("/metrics").body())
                .contains("\nhostpulse_stream_up{stream=\"memory\"} 0.0\n")
                .doesNotContain("hostpulse_memory_total_bytes");
    }

    @Test
    void answersNothingElse() throws Exception {
        host.start(0);
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(send(post).statusCode()).isEqualTo(405);
    }

    @Test
    void refusesTheNamesOfOthersOnLoopback() throws Exception {
        host.start(0);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421")
                    .doesNotContain("hostpulse_");
        }
    }

    @Test
    void waitsForAPortThatIsTakenAndSaysSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host.start(taken.getLocalPort());
            assertThat(host.trouble()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        host.step(11);
        assertThat(host.trouble()).isEmpty();
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void answersOneScrapeWhileAnotherConnectionSaysNothing() throws Exception {
        host.start(0);
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            silent.getOutputStream().write("GET /me".getBytes(StandardCharsets.US_ASCII));
            assertThat(get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + host.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
