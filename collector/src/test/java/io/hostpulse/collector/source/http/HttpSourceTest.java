package io.hostpulse.collector.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.Options;
import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on this host, good ones and bad ones. */
@Timeout(60)
class HttpSourceTest {

    private static final String HEALTH = "{\"queue\":{\"depth\":17},\"load\":0.5,\"ready\":true}";

    @TempDir
    Path folder;

    @Test
    void measuresAnAnswerAndTakesItsValues() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok(HEALTH))) {
            Fields fields = read(server.url("/health?full=1"), "metrics.depth=$.queue.depth", "metrics.ready=$.ready");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(((Value.Real) fields.get("response_time_ms").orElseThrow()).value())
                    .isPositive();
            assertThat(fields.get("values"))
                    .contains(
                            Fields.builder().put("depth", 17).put("ready", true).build());
            assertThat(server.requests().get(0))
                    .startsWith("GET /health?full=1 HTTP/1.1\nHost: 127.0.0.1:" + server.port() + "\n")
                    .contains("Accept-Encoding: identity\n", "Connection: close\n", "User-Agent: hostpulse/");
        }
    }

    @Test
    void sendsWhatItIsToldAndNothingOfItIsShown() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "s3cret-token\n");
        String yaml = """
                url: http://127.0.0.1:PORT/graphql
                allow_private: true
                method: POST
                body: '{"query": "s3cret-body"}'
                username: hostpulse
                password: s3cret-password
                headers:
                  X-Tenant: s3cret-tenant
                  X-Token_file: TOKEN
                """;
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 500 s3cret-status\r\nConnection: close\r\n\r\ns3cret-echo"))) {
            Options options = Options.inFile(
                    folder, yaml.replace("PORT", "" + server.port()).replace("TOKEN", token.toString()));
            HttpOptions read = HttpOptions.from(options.node());
            assertThat(options.problems()).isEmpty();
            assertThat(read.toString()).doesNotContain("s3cret");
            try (Source source = new HttpSourceType().configure(options.node()).open(Options.nowhere())) {
                assertThat(source.read().toString()).doesNotContain("s3cret").contains("status=Whole[value=500]");
            }
            assertThat(server.requests().get(0))
                    .startsWith("POST /graphql HTTP/1.1\n")
                    .contains("Authorization: Basic aG9zdHB1bHNlOnMzY3JldC1wYXNzd29yZA==\n")
                    .contains(
                            "X-Tenant: s3cret-tenant\n", "X-Token: s3cret-token\n", "Content-Type: application/json\n")
                    .endsWith("\n{\"query\": \"s3cret-body\"}");
        }
    }

    @Test
    void reportsAnErrorOfTheServerAsWhatItIs() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}"))) {
            Fields fields = read(server.url("/"), "metrics.depth=$.depth");
            assertThat(fields.get("status")).contains(new Value.Whole(503));
            assertThat(fields.get("response_time_ms").orElseThrow()).isInstanceOf(Value.Real.class);
            assertThat(fields.get("values"))
                    .contains(Fields.builder()
                            .missing("depth", "the server answered with status 503")
                            .build());
        }
    }

    @Test
    void asksWithHeadAndExpectsNoBody() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"))) {
            Fields fields = read(server.url("/"), "method=HEAD");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(fields.get("values")).contains(new Value.Missing("HEAD asks for no body"));
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
            assertThat(read(server.url("/")).get("values"))
                    .contains(Fields.builder().put("a", 1).build());
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
            assertThatThrownBy(() -> read(server.url("/")))
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
            assertThatThrownBy(() -> read(server.url("/")))
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
            Fields fields = read(server.url("/"));
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(fields.get("values")).contains(new Value.Missing("the body is larger than max_body"));
            assertThat(fields.get("response_time_ms").orElseThrow()).isInstanceOf(Value.Missing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html></html> | no JSON, line 1, column 1",
                "{\"a\": | no JSON, line 1, column 6",
                "[1] | the JSON is no object: say with 'metrics' which values are wanted"
            })
    void saysWhyAnAnswerHasNoValues(String body, String reason) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok(body))) {
            assertThat(read(server.url("/")).get("values")).contains(new Value.Missing(reason));
        }
    }

    @Test
    void isNotBroughtDownByADeepDocument() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok("[".repeat(500_000)))) {
            assertThat(read(server.url("/")).get("values").orElseThrow().toString())
                    .contains("more than 32 levels");
        }
    }

    @Test
    void doesNotUnpackWhatItDidNotAskFor() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection ->
                connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"))) {
            assertThat(read(server.url("/")).get("values"))
                    .contains(new Value.Missing("the body is compressed, which was not asked for"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"})
    void givesUpOnAServerThatHangs(String beginning) {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send(beginning);
            connection.hang();
        })) {
            assertThatThrownBy(() -> read(server.url("/"), "timeout=300ms"))
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
            assertThatThrownBy(() -> read(server.url("/"), "timeout=500ms")).hasMessageContaining("within 500 ms");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> read("http://127.0.0.1:" + port + "/secret"))
                .hasMessage("http://127.0.0.1:" + port + ": no connection: Connection refused");
    }

    @Test
    void saysThatTheConnectionWasReset() {
        try (ScriptedServer server = ScriptedServer.start(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1");
            connection.socket().setSoLinger(true, 0);
        })) {
            assertThatThrownBy(() -> read(server.url("/"))).hasMessageContaining("the connection ");
        }
    }

    @Test
    void followsNoRedirectUnlessAllowed() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(read(server.url("/")).get("status")).contains(new Value.Whole(302));
            assertThat(server.requests()).hasSize(1);
            assertThatThrownBy(() -> read(server.url("/"), "follow_redirects=true"))
                    .hasMessageEndingWith(": redirected more than 5 times");
            assertThat(server.requests()).hasSize(7);
        }
    }

    @Test
    void takesNoSecretToAnotherOrigin() throws Exception {
        try (ScriptedServer other = ScriptedServer.start(connection -> connection.ok("{\"a\":1}"));
                ScriptedServer first = ScriptedServer.start(connection -> connection.send(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.url("/x") + "\r\nContent-Length: 0\r\n\r\n"))) {
            Fields fields = read(first.url("/"), "follow_redirects=true", "bearer_token=t0ken", "headers.X-Key=k3y");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(first.requests().get(0)).contains("Authorization: Bearer t0ken\n", "X-Key: k3y\n");
            assertThat(other.requests().get(0)).doesNotContain("t0ken", "k3y");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "2130706433",
                "169.254.169.254",
                "10.0.0.1"
            })
    void refusesAPrivateAddressAtTheCheckAlready(String host) {
        Options options = Options.of("url=http://" + host + ":9/");
        HttpOptions.from(options.node());
        assertThat(options.problems())
                .singleElement()
                .asString()
                .contains("write 'allow_private: true' if it is to be asked");
    }

    @Test
    void tellsWhatIsWrongWithItsOptions() {
        List<List<String>> bad = new ArrayList<>();
        for (String[] options : new String[][] {
            {},
            {"url=ftp://example.org/"},
            {"url=https://user:pw@example.org/"},
            {"url=https:///x"},
            {"url=https://example.org/a b"},
            {"url=https://example.org/", "body=x"},
            {"url=https://example.org/", "username=x"},
            {"url=https://example.org/", "username=x", "password=y", "bearer_token=z"},
            {"url=https://example.org/", "headers.Host=x"},
            {"url=https://example.org/", "headers.X-A=a\nb: c"},
            {"url=https://example.org/", "timeout=1m"},
            {"url=https://example.org/", "ca_file=/nowhere.pem"},
            {"url=https://example.org/", "method=DELETE"}
        }) {
            Options written = Options.of(options);
            HttpOptions.from(written.node());
            bad.add(written.problems());
        }
        assertThat(bad)
                .containsExactly(
                        List.of("is missing: say what is to be asked, such as https://example.org/health"),
                        List.of("a URL begins with http:// or https://"),
                        List.of("no user in a URL: use 'username' and 'password'"),
                        List.of("the URL has no usable host and port"),
                        List.of("not a URL: Illegal character in path at character 21"),
                        List.of("is sent with 'method: POST' only"),
                        List.of("needs the other of username and password"),
                        List.of("more than one of username, bearer_token and a header Authorization: keep one"),
                        List.of("is no header that can be set"),
                        List.of("has a line end, or another character that no header may have"),
                        List.of("'1m' is out of range: it must be from 10ms to 30s"),
                        List.of(
                                "the file /nowhere.pem cannot be used: java.nio.file.NoSuchFileException: /nowhere.pem"),
                        List.of("'DELETE' is not one of get, head, post"));
    }

    private static Fields read(String url, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("url=" + url, "allow_private=true"));
        all.addAll(List.of(more));
        Options options = Options.of(all.toArray(String[]::new));
        try (Source source = new HttpSourceType().configure(options.node()).open(Options.nowhere())) {
            assertThat(options.problems()).isEmpty();
            return ((Reading.Ok) source.read()).fields();
        } catch (IOException e) {
            assertThat(e.getMessage()).doesNotContain("secret");
            throw e;
        }
    }
}
