package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on this host, good ones and bad ones. */
@Timeout(60)
class HttpClientTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void asksForThePathAndTheQueryAndForNothingPacked() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok("{}"))) {
            assertThat(ask(server.url("/health?full=1")).status()).isEqualTo(200);
            assertThat(server.requests().get(0))
                    .startsWith("GET /health?full=1 HTTP/1.1\nHost: 127.0.0.1:" + server.port() + "\n")
                    .contains("Accept-Encoding: identity\n", "Connection: close\n", "User-Agent: hostpulse/");
        }
    }

    @Test
    void expectsNoBodyAfterHead() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"))) {
            HttpAnswer answer = ask(server.url("/"), "HEAD", LONG);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .hasValueSatisfying(body -> assertThat(body).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\n{\"a\":\r\n2\r\n1}\r\n0\r\nT: x\r\n\r\n",
                "HTTP/1.0 200\r\n\r\n{\"a\":1}",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\nContent-Length: 7\n\n{\"a\":1}and more"
            })
    void readsEveryWayInWhichABodyEnds(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.send(answer))) {
            byte[] body = ask(server.url("/")).body().orElseThrow();
            assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH_9.2                                        | the answer is no HTTP/1.1",
                "HTTP/1.1 200 OK~no header~~                                | the answer has a broken header",
                "HTTP/1.1 200 OK~Content-Length: -5~~                       | the answer has a broken length",
                "HTTP/1.1 200 OK~Content-Length: 5~Content-Length: 6~~12345 | the answer has two different lengths",
                "HTTP/1.1 200 OK~Transfer-Encoding: gzip, chunked~~         | the answer has a transfer coding that was not asked for",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~            | the answer has a broken chunk",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1~ab~          | the answer has a broken chunk",
                "HTTP/1.1 200 OK~Content-Length: 50~~{                      | the connection was closed before the answer was complete",
                "HTTP/1.1 101 Upgrade~~                                     | the answer is no HTTP: it never comes to its status"
            })
    void refusesAnAnswerThatIsBroken(String answer, String reason) {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send(answer.replace("~", "\r\n") + (answer.startsWith("SSH") ? "\r\n" : ""));
        })) {
            assertThatThrownBy(() -> ask(server.url("/secret")))
                    .hasMessage("http://127.0.0.1:" + server.port() + ": " + reason);
        }
    }

    @Test
    void refusesAHeadWithoutEnd() {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 100_000; i++) {
                connection.send("X-" + i + ": " + "x".repeat(1_000) + "\r\n");
            }
        })) {
            assertThatThrownBy(() -> ask(server.url("/")))
                    .hasMessageEndingWith("the answer's head is larger than 64 KB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10485760\r\n", "Transfer-Encoding: chunked\r\n", "X: y\r\n"})
    void stopsReadingABodyThatIsTooLarge(String framing) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n" + framing + "\r\n");
            String block = "x".repeat(65_536);
            for (int i = 0; i < 160; i++) {
                connection.send(framing.startsWith("T") ? "10000\r\n" + block + "\r\n" : block);
            }
        })) {
            HttpAnswer answer = ask(server.url("/"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"})
    void givesUpOnAServerThatHangs(String beginning) {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send(beginning);
            connection.hang();
        })) {
            assertThatThrownBy(() -> ask(server.url("/"), "GET", Duration.ofMillis(300)))
                    .hasMessage("http://127.0.0.1:" + server.port() + ": no complete answer within 300 ms");
        }
    }

    @Test
    void givesUpOnAServerThatDripsHoweverSteadily() {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 100_000; i++) {
                connection.send("x");
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            assertThatThrownBy(() -> ask(server.url("/"), "GET", Duration.ofMillis(500)))
                    .hasMessageContaining("within 500 ms");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> ask("http://127.0.0.1:" + port + "/secret"))
                .hasMessage("http://127.0.0.1:" + port + ": no connection: Connection refused");
    }

    @Test
    void saysThatTheConnectionWasReset() {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1");
            connection.socket().setSoLinger(true, 0);
        })) {
            assertThatThrownBy(() -> ask(server.url("/"))).hasMessageContaining("the connection ");
        }
    }

    private static HttpAnswer ask(String url) throws IOException {
        return ask(url, "GET", LONG);
    }

    private static HttpAnswer ask(String url, String method, Duration timeout) throws IOException {
        Dialer dialer = new Dialer(InetAddress::getAllByName, any -> Optional.empty(), TrustedAuthorities::usual);
        HttpLimits limits = new HttpLimits(timeout, timeout, 1 << 20, true);
        try (HttpClient client = new HttpClient(dialer, limits, Redirects.NONE, System::nanoTime)) {
            return client.ask(new HttpRequest(HttpTarget.parse(url), method, Map.of(), Optional.empty()));
        }
    }
}
