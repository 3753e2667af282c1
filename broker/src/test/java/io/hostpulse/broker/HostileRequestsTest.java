package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no decent client sends, byte by byte. The broker answers each, and others do not notice. */
class HostileRequestsTest extends BrokerFixture {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    @AfterEach
    void othersNoticeNothing() throws Exception {
        assertThat(talk(get("/healthz"))).contains("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/%zz, 400",
        "/api/%2, 400",
        "/api/%ff%fe, 400",
        "/api/%c0%af, 400",
        "/api/%00, 400",
        "/api/alerts/%0d%0aX:1, 400",
        "/../../etc/passwd, 400",
        "/api/%2e%2e/%2e%2e/etc/passwd, 400",
        "/api/alerts/..%2f..%2fetc, 400",
        "/assets/..%2findex.html, 400",
        "/assets/%2e%2e/%2e%2e/etc/passwd, 400",
        "/assets/nothing.js, 404",
        "/assets/, 404",
        "/index.html, 404",
        "/api//alerts, 404",
        "/api/alerts/, 404",
        "/api/alerts?hours=%zz, 400",
        "*, 400",
        "api/health, 400",
        "http://evil.example/api/health, 421",
        "http://localhost/api/nothing, 404",
        "http:///api/health, 400",
    })
    void refusesAddressesThatAreNone(String target, int status) throws Exception {
        assertThat(status(talk("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'Host: evil.example', 421",
        "'Host: evil.example:8765', 421",
        "'Host: localhost.evil.example', 421",
        "'Host: 127.0.0.1.evil.example', 421",
        "'Host: user@localhost', 400",
        "'Host: ', 400",
        "'X: y', 400",
        "'Host: localhost\r\nHost: evil.example', 400",
        "'Host: localhost\r\nOrigin: http://evil.example', 403",
        "'Host: localhost\r\nOrigin: null', 403",
        "'Host: localhost\r\nOrigin: http://localhost:1', 403",
        "'Host: localhost\r\nOrigin: http://localhost', 404",
        "'Host: LOCALHOST:8765', 404",
        "'Host: [::1]:8765', 404",
        "'Host: 10.0.0.7', 404",
    })
    void answersOnlyThoseWhoMeanThisServer(String headers, int status) throws Exception {
        assertThat(status(talk("GET /nothing HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Type: text/plain', 415",
        "'Content-Type: application/x-www-form-urlencoded', 415",
        "'Content-Type: application/jsonp', 415",
        "'X: y', 415",
        "'Content-Type: application/json\r\nOrigin: http://evil.example', 403",
        "'Content-Type: application/json\r\nX-Forwarded-For: 10.0.0.9', 401",
        "'Content-Type: Application/JSON; charset=utf-8', 503",
    })
    void takesOrdersOnlyFromWhomItKnows(String headers, int status) throws Exception {
        String response = talk("POST /api/alerts/a1/resolve HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(status(response)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET  /  HTTP/1.1 extra\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
            })
    void answersWhatIsNoRequestWithAProblemAndEnds(String bytes) throws Exception {
        String response = talk(bytes);
        assertThat(status(response)).isEqualTo(400);
        assertThat(response).contains("application/problem+json");
    }

    @Test
    void refusesAnotherHttp() throws Exception {
        assertThat(status(talk("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"))).isEqualTo(505);
    }

    @Test
    void refusesAnAddressThatIsTooLong() throws Exception {
        assertThat(status(talk("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")))
                .isEqualTo(414);
    }

    @Test
    void refusesHeadersThatAreTooLong() throws Exception {
        assertThat(status(talk("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(10_000) + "\r\n\r\n")))
                .isEqualTo(431);
    }

    @Test
    void refusesABodyThatIsTooLongWhetherAnnouncedOrNot() throws Exception {
        String head = "POST /api/silences HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        assertThat(status(talk(head + "Content-Length: 100000000\r\n\r\n{"))).isEqualTo(413);
        assertThat(status(talk(head + "Expect: 100-continue\r\nContent-Length: 100000000\r\n\r\n")))
                .isEqualTo(413);
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        String response = talk(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5));
        assertThat(status(response)).isEqualTo(413);
        assertThat(response).contains("application/problem+json").contains("at most 64 KB");
    }

    @Test
    void answersRequestsInARowInTheirOrder() throws Exception {
        String slow = get("/api/alerts").replace("close", "keep-alive");
        String quick = get("/nothing").replace("close", "keep-alive");
        List<Integer> answers = STATUS.matcher(talk(slow + quick + slow + quick + get("/healthz")))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        assertThat(answers).containsExactly(200, 404, 200, 404, 200);
    }

    @Test
    void endsAConnectionWithMoreRequestsInARowThanAnybodySends() throws Exception {
        String many = get("/api/alerts").replace("close", "keep-alive").repeat(1000);
        assertThat(STATUS.matcher(talk(many)).results().count()).isLessThan(1000);
    }

    /** A body that drips is no reason for anybody else to wait. HttpFrontTest shows that it is given up. */
    @Test
    void servesOthersWhileABodyDrips() throws Exception {
        try (Socket dripping = connect()) {
            send(dripping, "POST /api/silences HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n{");
            assertThat(status(talk(get("/api/alerts")))).isEqualTo(200);
        }
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static int status(String response) {
        var found = STATUS.matcher(response);
        assertThat(found.find()).as(response).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Everything that is answered until the connection ends. */
    private String talk(String bytes) throws IOException {
        try (Socket socket = connect()) {
            send(socket, bytes);
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketException reset) {
            // The rest of a request that nobody read makes the kernel end the connection this way.
        }
        return answer.toString();
    }
}
