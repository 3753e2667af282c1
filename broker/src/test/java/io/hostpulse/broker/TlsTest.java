package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted connections with real handshakes, and certificates that change while the broker runs. */
class TlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Map<String, TestCertificate> made;

    @TempDir
    Path root;

    @TempDir
    Path files;

    @BeforeAll
    static void make(@TempDir Path directory) throws Exception {
        made = Map.of(
                "one", TestCertificate.make(directory, "one", "EC"),
                "two", TestCertificate.make(directory, "two", "EC"),
                "rsa", TestCertificate.make(directory, "rsa", "RSA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "rsa"})
    void servesPagesAndWebSocketsEncrypted(String name) throws Exception {
        TestCertificate one = certificate(name);
        try (RunningBroker broker = start(one)) {
            HttpClient http = HttpClient.newBuilder().sslContext(one.trust()).build();
            HttpRequest health =
                    HttpRequest.newBuilder(https(broker, "/healthz")).build();
            assertThat(http.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            try (TestClient client = new TestClient(http, wss(broker))) {
                client.next("monitoring_data");
                client.send("{\"type\":\"ping\"}");
                client.next("pong");
            }
        }
    }

    @Test
    void servesPythonEncryptedAndWithAToken() throws Exception {
        TestCertificate one = certificate("one");
        Secret token = RunningBroker.token(root, "ann", Role.VIEWER);
        try (RunningBroker broker = start(one, "broker.auth=all")) {
            String program = """
                    import asyncio, ssl, sys
                    try:
                        import websockets
                    except ImportError:
                        sys.exit(77)
                    async def main(uri, authority, token):
                        trust = ssl.create_default_context(cafile=authority)
                        protocols = ['hostpulse.v1', 'hostpulse.token.' + token]
                        async with websockets.connect(uri, ssl=trust, subprotocols=protocols) as socket:
                            print(socket.subprotocol, await socket.recv())
                    asyncio.run(main(*sys.argv[1:]))
                    """;
            Process python =
                    python(program, wss(broker).toString(), one.certificate().toString(), token.reveal());
            String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(python.waitFor() != 77, "skipped: python3-websockets is not installed");
            assertThat(output).startsWith("hostpulse.v1 {\"type\":\"connection\"");
        }
    }

    private static Process python(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", program));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Assumptions.abort("skipped: there is no python3");
        }
    }

    @Test
    void letsOthersInWithATokenAndEncrypted() throws Exception {
        TestCertificate one = certificate("one");
        Secret token = RunningBroker.token(root, "ann", Role.VIEWER);
        try (RunningBroker broker = start(one, "broker.host=0.0.0.0", "broker.auth=all")) {
            HttpClient http = HttpClient.newBuilder().sslContext(one.trust()).build();
            HttpRequest.Builder health = HttpRequest.newBuilder(https(broker, "/api/health"));
            assertThat(http.send(health.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            health.header("Authorization", "Bearer " + token.reveal());
            assertThat(http.send(health.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void speaksNewProtocols(String protocol) throws Exception {
        TestCertificate one = certificate("one");
        try (RunningBroker broker = start(one);
                SSLSocket socket = connect(broker, one, protocol)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void endsTheEncryptionBeforeTheConnection() throws Exception {
        TestCertificate one = certificate("one");
        try (RunningBroker broker = start(one);
                RecordedSocket wire = new RecordedSocket(broker.port());
                RawSocket client = RawSocket.open(over(wire, one))) {
            client.frame(RawSocket.FIN | 3, "no such frame");
            RawSocket.Frame close = client.readAnswer();
            assertThat(close.opcode()).isEqualTo(RawSocket.CLOSE);
            assertThat(close.code()).isEqualTo(1002);
            assertThat(client.isEnded()).isTrue();
            assertThat(wire.lastRecord()).as("an alert, which is close_notify").isEqualTo(RecordedSocket.ALERT);
        }
    }

    @Test
    void saysGoodbyeEncrypted() throws Exception {
        TestCertificate one = certificate("one");
        try (RunningBroker broker = start(one);
                RecordedSocket wire = new RecordedSocket(broker.port());
                RawSocket client = RawSocket.open(over(wire, one))) {
            Thread stopping = new Thread(broker::stop);
            stopping.start();
            assertThat(client.readAnswer().text()).startsWith("{\"type\":\"goodbye\"");
            RawSocket.Frame close = client.readAnswer();
            assertThat(close.code()).isEqualTo(1001);
            client.frame(RawSocket.FIN | RawSocket.CLOSE, close.payload());
            assertThat(client.isEnded()).isTrue();
            assertThat(wire.lastRecord()).isEqualTo(RecordedSocket.ALERT);
            stopping.join();
        }
    }

    @Test
    void endsWhatLivesOnARevokedTokenEncrypted() throws Exception {
        TestCertificate one = certificate("one");
        Secret token = RunningBroker.token(root, "ann", Role.OPERATOR);
        try (RunningBroker broker = start(one, "broker.auth=all")) {
            HttpClient http = HttpClient.newBuilder().sslContext(one.trust()).build();
            WebSocket.Builder asking = http.newWebSocketBuilder().header("Authorization", "Bearer " + token.reveal());
            try (TestClient client = new TestClient(wss(broker), asking)) {
                client.next("monitoring_data");
                broker.revoke("ann");
                assertThat(client.closeCode()).isEqualTo(1008);
            }
        }
    }

    /** TLS 1.2, in which records show what they are. */
    private static SSLSocket over(Socket wire, TestCertificate certificate) throws Exception {
        SSLSocket socket = (SSLSocket) certificate
                .trust()
                .getSocketFactory()
                .createSocket(wire, wire.getInetAddress().getHostAddress(), wire.getPort(), true);
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        return socket;
    }

    @Test
    void answersNothingToWhoIsNotEncrypted() throws Exception {
        TestCertificate one = certificate("one");
        try (RunningBroker broker = start(one);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP/");
        }
    }

    @Test
    void takesANewCertificateAndLeavesConnectionsAlone() throws Exception {
        TestCertificate one = certificate("one");
        TestCertificate two = certificate("two");
        try (RunningBroker broker = start(one)) {
            HttpClient http = HttpClient.newBuilder().sslContext(one.trust()).build();
            try (TestClient client = new TestClient(http, wss(broker))) {
                client.next("monitoring_data");
                replace(one.key(), two.key());
                replace(one.certificate(), two.certificate());
                awaitServed(broker, two);
                client.send("{\"type\":\"ping\"}");
                client.next("pong");
            }
        }
    }

    @Test
    void keepsTheCertificateItHasWhenTheNewOneIsNoGood() throws Exception {
        TestCertificate one = certificate("one");
        TestCertificate two = certificate("two");
        X509Certificate before = one.x509();
        try (RunningBroker broker = start(one)) {
            Files.writeString(one.key(), "-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----\n");
            awaitLook();
            assertThat(served(broker)).isEqualTo(before);
            // Half of a renewal: a key that is not this certificate's.
            replace(one.key(), two.key());
            awaitLook();
            assertThat(served(broker)).isEqualTo(before);
            replace(one.certificate(), two.certificate());
            awaitServed(broker, two);
        }
    }

    @Test
    void doesNotStartWithFilesThatAreNoGood() throws Exception {
        TestCertificate one = certificate("one");
        replace(one.key(), certificate("two").key());
        assertThatThrownBy(() -> start(one).close())
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("is not the key of");
        Files.writeString(one.key(), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
        assertThatThrownBy(() -> start(one).close())
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    /** A copy that the test may spoil. */
    private TestCertificate certificate(String name) throws Exception {
        return made.get(name).copyTo(files);
    }

    private RunningBroker start(TestCertificate certificate, String... more) throws Exception {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "broker.tls.certificate=" + certificate.certificate();
        all[more.length + 1] = "broker.tls.key=" + certificate.key();
        return new RunningBroker(root, all);
    }

    private static void replace(Path file, Path by) throws Exception {
        Path draft = file.resolveSibling("draft");
        Files.copy(by, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static SSLSocket connect(RunningBroker broker, TestCertificate certificate, String protocol)
            throws Exception {
        SSLSocket socket = (SSLSocket)
                certificate.trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), broker.port());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The certificate of a new connection, whoever made it. */
    private X509Certificate served(RunningBroker broker) throws Exception {
        try (SSLSocket socket = (SSLSocket) TestCertificate.trustingAll()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), broker.port())) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitServed(RunningBroker broker, TestCertificate wanted) throws Exception {
        Await.<Exception>until("it is served", PATIENCE, () -> served(broker).equals(wanted.x509()));
    }

    /** Longer than between two looks at the files. */
    private static void awaitLook() throws InterruptedException {
        new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
    }

    private static URI https(RunningBroker broker, String path) {
        return URI.create("https://127.0.0.1:" + broker.port() + path);
    }

    private static URI wss(RunningBroker broker) {
        return URI.create("wss://127.0.0.1:" + broker.port() + "/");
    }
}
