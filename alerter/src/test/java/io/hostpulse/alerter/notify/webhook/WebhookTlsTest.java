package io.hostpulse.alerter.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.TestAuthority;
import io.hostpulse.alerter.notify.http.StubServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with an authority that the test makes and that has signed the server's certificate. */
@Timeout(120)
class WebhookTlsTest {

    // Made once: each call of keytool starts a JVM.
    @TempDir
    static Path directory;

    static TestAuthority authority;

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = TestAuthority.in(directory);
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

    private static ServerSocket socket() throws Exception {
        return authority.server().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
