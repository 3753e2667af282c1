package io.hostpulse.alerter.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.StubServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with an authority that the test makes and that has signed the server's certificate. */
@Timeout(120)
class WebhookTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    // Made once: each call of keytool starts a JVM.
    @TempDir
    static Path directory;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keytool("ca.p12", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test CA", "-ext", "bc:c");
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
        keytool("server.p12", "-genkeypair", "-alias", "s", "-keyalg", "EC", "-dname", "CN=server");
        keytool("server.p12", "-certreq", "-alias", "s", "-file", "server.csr");
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-rfc",
                "-ext",
                "san=dns:localhost",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "s", "-file", "server.pem");
    }

    @Test
    void believesTheAuthorityItIsGiven() throws Exception {
        try (StubServer server = StubServer.on(socket())) {
            assertThat(send("https://localhost:" + server.port() + "/", "ca_file: ca.pem"))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void believesNobodyElse() throws Exception {
        try (StubServer server = StubServer.on(socket())) {
            assertThat(send("https://localhost:" + server.port() + "/").toString())
                    .startsWith("TryAgain")
                    .contains("TLS failed")
                    .contains("ca_file");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void takesNoCertificateOfAnother() throws Exception {
        try (StubServer server = StubServer.on(socket())) {
            assertThat(send("https://127.0.0.1:" + server.port() + "/", "ca_file: ca.pem")
                            .toString())
                    .startsWith("TryAgain")
                    .contains("TLS failed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void goesFromHttpsToHttpNever() throws Exception {
        try (StubServer server = StubServer.on(socket());
                StubServer plain = StubServer.start()) {
            server.answer(307, "Location: " + plain.url("/"));
            String url = "https://localhost:" + server.port() + "/";
            assertThat(send(url, "ca_file: ca.pem", "follow_redirects: true").toString())
                    .startsWith("TryAgain")
                    .contains("redirected from https to http, which is not followed");
            assertThat(plain.requests()).isEmpty();
        }
    }

    private Outcome send(String url, String... more) {
        List<String> lines = new ArrayList<>(List.of("url: " + url, "allow_private: true"));
        lines.addAll(List.of(more));
        HandlerSurroundings surroundings =
                new HandlerSurroundings("it", directory, () -> Notifications.NOW, System.out);
        try (Handler handler = new Options(directory, lines)
                .read(node -> new WebhookHandlerType().configure(node))
                .open(surroundings)) {
            return handler.send(Notifications.of(Notification.Kind.FIRING));
        }
    }

    private static void keytool(String store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store, "-storepass", "changeit"));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.out").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("keytool.out")))
                .isZero();
    }

    private static ServerSocket socket() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(Files.newInputStream(directory.resolve("server.p12")), PASSWORD);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
