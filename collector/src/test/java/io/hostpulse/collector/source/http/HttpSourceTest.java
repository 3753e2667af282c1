package io.hostpulse.collector.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.Options;
import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on this host. */
@Timeout(60)
class HttpSourceTest {

    private static final String HEALTH = "{\"queue\":{\"depth\":17},\"load\":0.5,\"ready\":true}";

    @TempDir
    Path folder;

    @Test
    void measuresAnAnswerAndTakesItsValues() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, HEALTH)) {
            Fields fields = read(server.url("/health?full=1"), "metrics.depth=$.queue.depth", "metrics.ready=$.ready");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(((Value.Real) fields.get("response_time_ms").orElseThrow()).value())
                    .isPositive();
            assertThat(fields.get("values"))
                    .contains(
                            Fields.builder().put("depth", 17).put("ready", true).build());
            assertThat(server.questions().get(0).line()).isEqualTo("GET /health?full=1");
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
        try (AnsweringServer server = AnsweringServer.with(500, "s3cret-echo", "X-Echo", "s3cret-header")) {
            Options options = Options.inFile(
                    folder, yaml.replace("PORT", "" + server.port()).replace("TOKEN", token.toString()));
            HttpOptions read = HttpOptions.from(options.node());
            assertThat(options.problems()).isEmpty();
            assertThat(read.toString()).doesNotContain("s3cret");
            try (Source source = new HttpSourceType().configure(options.node()).open(Options.nowhere())) {
                assertThat(source.read().toString()).doesNotContain("s3cret").contains("status=Whole[value=500]");
            }
            AnsweringServer.Question question = server.questions().get(0);
            assertThat(question.line()).isEqualTo("POST /graphql");
            assertThat(question.header("Authorization")).isEqualTo("Basic aG9zdHB1bHNlOnMzY3JldC1wYXNzd29yZA==");
            assertThat(question.header("X-Tenant")).isEqualTo("s3cret-tenant");
            assertThat(question.header("X-Token")).isEqualTo("s3cret-token");
            assertThat(question.header("Content-Type")).isEqualTo("application/json");
            assertThat(question.body()).isEqualTo("{\"query\": \"s3cret-body\"}");
        }
    }

    @Test
    void sendsABodyAsTheTypeThatItIsGiven() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, HEALTH)) {
            read(server.url("/"), "method=POST", "body=depth?", "headers.content-type=text/plain");
            assertThat(server.questions().get(0).header("Content-Type")).isEqualTo("text/plain");
        }
    }

    @Test
    void postsNothingWithALengthOfNothing() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, HEALTH)) {
            read(server.url("/"), "method=POST");
            assertThat(server.questions().get(0).header("Content-Length")).isEqualTo("0");
            assertThat(server.questions().get(0).header("Content-Type")).isNull();
        }
    }

    @Test
    void reportsAnErrorOfTheServerAsWhatItIs() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(503, "{}")) {
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
        try (AnsweringServer server = AnsweringServer.with(200, "")) {
            Fields fields = read(server.url("/"), "method=HEAD");
            assertThat(server.questions().get(0).line()).isEqualTo("HEAD /");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(fields.get("values")).contains(new Value.Missing("HEAD asks for no body"));
        }
    }

    @Test
    void hasNeitherTimeNorValuesOfABodyThatIsTooLarge() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, "x".repeat(3_000))) {
            Fields fields = read(server.url("/"), "max_body=2KB");
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
        try (AnsweringServer server = AnsweringServer.with(200, body)) {
            assertThat(read(server.url("/")).get("values")).contains(new Value.Missing(reason));
        }
    }

    @Test
    void isNotBroughtDownByADeepDocument() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, "[".repeat(500_000))) {
            assertThat(read(server.url("/")).get("values").orElseThrow().toString())
                    .contains("more than 32 levels");
        }
    }

    @Test
    void doesNotUnpackWhatItDidNotAskFor() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, "abc", "Content-Encoding", "gzip")) {
            assertThat(read(server.url("/")).get("values"))
                    .contains(new Value.Missing("the body is compressed, which was not asked for"));
        }
    }

    @Test
    void failsWhenThereIsNoAnswerInTime() throws Exception {
        // Nobody accepts: the connection is there, and an answer never comes.
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + deaf.getLocalPort();
            assertThatThrownBy(() -> read(url + "/secret", "timeout=300ms"))
                    .hasMessage(url + ": no complete answer within 300 ms");
        }
    }

    @Test
    void followsNoRedirectUnlessAllowed() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(302, "", "Location", "/next")) {
            assertThat(read(server.url("/")).get("status")).contains(new Value.Whole(302));
            assertThat(server.questions()).hasSize(1);
            assertThatThrownBy(() -> read(server.url("/"), "follow_redirects=true"))
                    .hasMessageEndingWith(": redirected more than 5 times");
            assertThat(server.questions()).hasSize(7);
        }
    }

    @Test
    void takesNoSecretToAnotherOrigin() throws Exception {
        try (AnsweringServer other = AnsweringServer.with(200, "{\"a\":1}");
                AnsweringServer first = AnsweringServer.with(302, "", "Location", other.url("/x"))) {
            Fields fields = read(first.url("/"), "follow_redirects=true", "bearer_token=t0ken", "headers.X-Key=k3y");
            assertThat(fields.get("status")).contains(new Value.Whole(200));
            assertThat(first.questions().get(0).header("Authorization")).isEqualTo("Bearer t0ken");
            assertThat(first.questions().get(0).header("X-Key")).isEqualTo("k3y");
            assertThat(other.questions().get(0).headers().toString()).doesNotContain("t0ken", "k3y");
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
