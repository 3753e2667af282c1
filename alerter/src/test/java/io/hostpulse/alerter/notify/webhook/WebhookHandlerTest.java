package io.hostpulse.alerter.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.HostileTexts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.alerter.notify.http.HttpHandlerContract;
import io.hostpulse.alerter.notify.http.StubServer;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.model.Value;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHandlerTest extends HttpHandlerContract {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);
    private static final String PATH = "/hooks/token-in-the-path";

    @Override
    protected HandlerType type() {
        return new WebhookHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of(
                "url: " + server.url(PATH),
                "allow_private: true",
                "bearer_token: token-of-the-bearer",
                "signature_secret: key-of-the-signature",
                "headers: { X-Api-Key: key-in-a-header }");
    }

    @Override
    protected List<String> secrets() {
        return List.of("token-in-the-path", "token-of-the-bearer", "key-of-the-signature", "key-in-a-header");
    }

    private List<String> plain(String... more) {
        List<String> lines = new ArrayList<>(List.of("url: " + server.url(PATH), "allow_private: true"));
        lines.addAll(List.of(more));
        return lines;
    }

    private Outcome sendPlain(Notification notification, String... more) {
        try (Handler handler = new Options(directory, plain(more))
                .read(node -> type().configure(node))
                .open(surroundings())) {
            return handler.send(notification);
        }
    }

    private List<String> problems(String... more) {
        return new Options(directory, plain(more)).problems(node -> type().configure(node));
    }

    @Test
    void postsTheDocumentedObject() {
        sendPlain(FIRING);
        Golden.assertSame(server.bodies().get(0), "webhook.json");
        StubServer.Received request = server.requests().get(0);
        assertThat(request.line()).isEqualTo("POST " + PATH + " HTTP/1.1");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("user-agent")).startsWith("hostpulse/");
        assertThat(request.header("idempotency-key")).isEqualTo(FIRING.key());
        assertThat(request.header("x-hostpulse-key")).isEqualTo(FIRING.key());
    }

    @Test
    void sendsItsHeadersAndAuthorization() {
        send(FIRING);
        assertThat(server.requests().get(0).header("X-Api-Key")).isEqualTo("key-in-a-header");
        assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer token-of-the-bearer");
    }

    @Test
    void takesSecretsFromFiles() throws Exception {
        Files.writeString(directory.resolve("url"), server.url(PATH) + "\n");
        Files.writeString(directory.resolve("key"), "from-a-file\n");
        List<String> lines = List.of("url_file: url", "allow_private: true", "headers: { X-Api-Key_file: key }");
        try (Handler handler = new Options(directory, lines)
                .read(node -> type().configure(node))
                .open(surroundings())) {
            assertDelivered(handler.send(FIRING));
        }
        assertThat(server.requests().get(0).header("X-Api-Key")).isEqualTo("from-a-file");
    }

    @Test
    void usesTheMethodItIsTold() {
        sendPlain(FIRING, "method: put");
        assertThat(server.requests().get(0).line()).startsWith("PUT ");
    }

    @Test
    void signsTimeAndBody() throws Exception {
        send(FIRING);
        StubServer.Received request = server.requests().get(0);
        String time = request.header("X-Hostpulse-Timestamp");
        assertThat(time).isEqualTo(Long.toString(Notifications.NOW / 1_000_000_000L));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("key-of-the-signature".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = (time + "." + request.body()).getBytes(StandardCharsets.UTF_8);
        assertThat(request.header("X-Hostpulse-Signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed)));
    }

    @Test
    void speaksLikeAnAlertmanager() {
        sendPlain(FIRING, "format: alertmanager");
        sendPlain(Notifications.of(Notification.Kind.RESOLVED), "format: alertmanager");
        Golden.assertSame(server.bodies().get(0), "webhook-alertmanager.json");
        Golden.assertSame(server.bodies().get(1), "webhook-alertmanager-resolved.json");
    }

    @Test
    void wrapsItInACloudEvent() {
        sendPlain(FIRING, "format: cloudevents");
        Golden.assertSame(server.bodies().get(0), "webhook-cloudevents.json");
        assertThat(server.requests().get(0).header("Content-Type")).isEqualTo("application/cloudevents+json");
    }

    @Test
    void sendsWhatTheExporterWritesAboutAViolation() {
        sendPlain(FIRING, "format: violation");
        Golden.assertSame(server.bodies().get(0), "webhook-violation.json");
        assertThat(server.requests().get(0).header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void sendsAViolationAsATable() {
        sendPlain(FIRING, "format: violation-csv");
        assertThat(server.bodies().get(0).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("timestamp,data_source,metric_name,value,"),
                        line -> assertThat(line).contains(",memory,", ",95.5,true,90.0,CRITICAL,", "all_metrics"));
        assertThat(server.requests().get(0).header("Content-Type")).startsWith("text/csv");
    }

    @Test
    void saysThatAViolationIsOver() {
        sendPlain(Notifications.of(Notification.Kind.RESOLVED), "format: violation");
        assertThat(json(server.bodies().get(0)).get("threshold_violated")).contains(new Value.Flag(false));
    }

    @Test
    void sendsSeveralViolationsAsAListOfWhichTheFirstHaveTheirMetrics() {
        sendPlain(Notifications.group(300), "format: violation");
        String body = server.bodies().get(0);
        assertThat(body).startsWith("[\n  {");
        assertThat(body.split("\"threshold_violated\"", -1)).hasSize(301);
        assertThat(body.split("\"percentage\": 95.5", -1)).hasSize(21);
        assertThat(body.split("only the first 20 of a notification have it", -1))
                .hasSizeGreaterThan(280);
    }

    @Test
    void aHostileTextLeavesAViolationWhole() {
        HostileTexts.all().forEach(text -> sendPlain(Notifications.saying(text), "format: violation"));
        assertThat(server.bodies()).hasSize((int) HostileTexts.all().count()).allSatisfy(body -> assertThat(
                        json(body).get("threshold_violated"))
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void compressesTheBodyAndSignsWhatItSends(String compress) throws Exception {
        sendPlain(FIRING, "format: violation", "compress: " + compress, "signature_secret: key");
        StubServer.Received request = server.requests().get(0);
        assertThat(request.header("Content-Encoding")).isEqualTo(compress);
        byte[] bytes = request.bytes();
        try (InputStream in = Compression.named(compress).orElseThrow().outOf(new ByteArrayInputStream(bytes))) {
            Golden.assertSame(new String(in.readAllBytes(), StandardCharsets.UTF_8), "webhook-violation.json");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((request.header("X-Hostpulse-Timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(request.header("X-Hostpulse-Signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(bytes)));
    }

    @Test
    void fillsATemplate() {
        sendPlain(
                FIRING,
                "body: '{\"text\":\"{{title}}\",\"v\":\"{{value}} of {{ threshold }}\",\"n\":{{count}},\"all\":{{json}}}'");
        assertThat(json(server.bodies().get(0)).get("v").orElseThrow().toString())
                .contains("95.5 % of 90 %");
        assertThat(server.bodies().get(0))
                .startsWith("{\"text\":\"CRITICAL on atlas: High memory usage: 95.5% (threshold: 90.0%)\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void escapesWhatItFillsIn(String contentType) {
        String body = contentType.endsWith("json") ? "{\"m\":\"{{message}}\"}" : "m={{message}}";
        sendPlain(
                Notifications.saying("\"a\"&b=<c>\u0007{{key}}"),
                "content_type: " + contentType,
                "body: '" + body + "'");
        assertThat(server.bodies().get(0))
                .isEqualTo(
                        switch (contentType) {
                            case "application/json" -> "{\"m\":\"\\\"a\\\"&b=<c>\\u0007{{key}}\"}";
                            case "text/plain" -> "m=\"a\"&b=<c> {{key}}";
                            case "application/xml" -> "m=&quot;a&quot;&amp;b=&lt;c&gt; {{key}}";
                            default -> "m=%22a%22%26b%3D%3Cc%3E%07%7B%7Bkey%7D%7D";
                        });
    }

    @Test
    void findsABrokenTemplateBeforeItIsNeeded() {
        assertThat(problems("body: '{\"text\": {{title}}}'"))
                .singleElement()
                .asString()
                .contains("is no JSON once it is filled in");
        assertThat(problems("body: '{\"text\": \"{{tittle}}\"}'"))
                .singleElement()
                .asString()
                .contains("there is no {{tittle}}; did you mean 'title'?");
        assertThat(problems("body: '{{title'", "content_type: text/plain"))
                .singleElement()
                .asString()
                .contains("a {{ has no }}");
        assertThat(problems("body: x", "content_type: text/plain", "format: cloudevents"))
                .singleElement()
                .asString()
                .contains("keep one of them");
    }

    @Test
    void everyPlaceholderIsOnThePage() throws Exception {
        String page = Files.readString(Path.of("../docs/NOTIFICATIONS.md"));
        assertThat(Placeholder.values())
                .allSatisfy(one -> assertThat(page).contains("{{" + one.name().toLowerCase(Locale.ROOT) + "}}"));
    }

    @Test
    void followsARedirectOnlyWhenItMay() {
        try (StubServer other = StubServer.on("127.0.0.2")) {
            server.answer(307, "Location: " + other.url("/there"));
            assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
            assertThat(other.requests()).isEmpty();
            assertDelivered(send(FIRING, "follow_redirects: true"));
            StubServer.Received request = other.requests().get(0);
            assertThat(request.line()).isEqualTo("POST /there HTTP/1.1");
            assertThat(request.body()).isEqualTo(server.bodies().get(1));
            assertThat(request.header("Authorization")).isNull();
            assertThat(request.header("X-Api-Key")).isNull();
            assertThat(request.header("Idempotency-Key")).isEqualTo(FIRING.key());
        }
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        server.answer(308, "Location: /again");
        assertThat(send(FIRING, "follow_redirects: true").toString()).contains("redirected more than 3 times");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void postsNotTwiceWhatWasTaken() {
        server.answer(303, "Location: /receipt");
        assertThat(send(FIRING, "follow_redirects: true")).isInstanceOf(Outcome.TryAgain.class);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/", "http://192.168.1.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"
            })
    void postsToNoPrivateAddressUnlessItMay(String url) {
        assertThat(new Options(directory, List.of("url: '" + url + "'")).problems(node -> type().configure(node)))
                .singleElement()
                .asString()
                .contains("write 'allow_private: true' if it is to be asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org/", "example.org", "http://user:pass@example.org/", "https:///x", "http://a b/"
            })
    void refusesWhatIsNoUrl(String url) {
        assertThat(new Options(directory, List.of("url: '" + url + "'")).problems(node -> type().configure(node)))
                .singleElement()
                .asString()
                .doesNotContain(url, "user:pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "transfer-encoding", "Bad Name"})
    void setsNoHeaderThatFramesTheRequest(String name) {
        assertThat(problems("headers: { '" + name + "': x }")).hasSize(1);
    }

    @Test
    void usesNoProxyOfTheEnvironment() {
        String before = System.setProperty("http.proxyHost", "127.0.0.9");
        try {
            System.setProperty("http.proxyPort", "1");
            assertDelivered(send(FIRING));
        } finally {
            System.clearProperty("http.proxyPort");
            if (before == null) {
                System.clearProperty("http.proxyHost");
            } else {
                System.setProperty("http.proxyHost", before);
            }
        }
    }
}
