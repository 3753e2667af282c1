package io.hostpulse.alerter.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.TestAuthority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, with an authority that the test makes and that has signed the server's certificate. */
@Timeout(120)
class EmailTlsTest {

    @TempDir
    static Path directory;

    static SSLContext certificate;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate = TestAuthority.in(directory).server();
    }

    @Test
    void encryptsBeforeItLogsInAndSends() {
        try (StubMailServer server = StubMailServer.startTls(certificate)) {
            server.requireLogin("pulse", "s3cret");
            assertThat(send(server, "host: localhost", "ca_file: ca.pem", "username: pulse", "password: s3cret"))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(server.taken()).hasSize(1);
            assertThat(server.commands().subList(0, 3))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("EHLO"),
                            second -> assertThat(second).isEqualTo("STARTTLS"),
                            third -> assertThat(third).startsWith("EHLO"));
        }
    }

    @Test
    void encryptsFromTheFirstByte() {
        try (StubMailServer server = StubMailServer.implicitTls(certificate)) {
            server.requireLogin("pulse", "s3cret");
            assertThat(send(
                            server,
                            "host: localhost",
                            "tls: implicit",
                            "ca_file: ca.pem",
                            "username: pulse",
                            "password: s3cret"))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void sendsNothingWhenTheServerCannotEncrypt() {
        try (StubMailServer server = StubMailServer.plain()) {
            server.requireLogin("pulse", "s3cret");
            assertThat(send(server, "host: localhost", "username: pulse", "password: s3cret")
                            .toString())
                    .startsWith("TryAgain")
                    .contains("STARTTLS is required", "see 'tls'");
            assertNothingWasTold(server);
        }
    }

    @Test
    void sendsNothingWhenTheServerWillNotEncryptNow() {
        try (StubMailServer server = StubMailServer.startTls(certificate)) {
            server.answer("STARTTLS", "454 4.7.0 TLS not available");
            assertThat(send(server, "host: localhost", "ca_file: ca.pem").toString())
                    .startsWith("TryAgain")
                    .contains("454 4.7.0");
            assertNothingWasTold(server);
        }
    }

    @Test
    void believesNobodyElse() {
        try (StubMailServer starts = StubMailServer.startTls(certificate);
                StubMailServer implicit = StubMailServer.implicitTls(certificate)) {
            assertRefusesCertificate(send(starts, "host: localhost"));
            assertRefusesCertificate(send(implicit, "host: localhost", "tls: implicit"));
            assertNothingWasTold(starts);
            assertNothingWasTold(implicit);
        }
    }

    private static void assertRefusesCertificate(Outcome outcome) {
        assertThat(outcome.toString()).startsWith("TryAgain").contains("TLS failed", "ca_file");
    }

    @Test
    void takesNoCertificateOfAnother() {
        try (StubMailServer starts = StubMailServer.startTls(certificate);
                StubMailServer implicit = StubMailServer.implicitTls(certificate)) {
            assertThat(send(starts, "host: 127.0.0.1", "ca_file: ca.pem").toString())
                    .startsWith("TryAgain")
                    .contains("TLS failed");
            assertThat(send(implicit, "host: 127.0.0.1", "tls: implicit", "ca_file: ca.pem")
                            .toString())
                    .startsWith("TryAgain")
                    .contains("TLS failed");
            assertNothingWasTold(starts);
            assertNothingWasTold(implicit);
        }
    }

    @Test
    void endsInTimeWhenTheServerHangsInsteadOfEncrypting() {
        try (StubMailServer server = StubMailServer.startTls(certificate);
                StubMailServer plain = StubMailServer.plain()) {
            server.behave("STARTTLS", line -> {
                line.say("220 go ahead");
                line.hang();
            });
            assertThat(send(server, "host: localhost", "timeout: 300ms").toString())
                    .contains("not done within 300 ms");
            plain.behave("", StubMailServer.Line::hang);
            assertThat(send(plain, "host: localhost", "tls: implicit", "timeout: 300ms")
                            .toString())
                    .contains("not done within 300 ms");
        }
    }

    @Test
    void takesNoAnswerThatWasSlippedInBeforeTheEncryption() {
        try (StubMailServer server = StubMailServer.startTls(certificate)) {
            server.behave("STARTTLS", line -> {
                line.say("220 go ahead\r\n250 AUTH PLAIN");
                line.hang();
            });
            assertThat(send(server, "host: localhost", "ca_file: ca.pem", "timeout: 1s"))
                    .isInstanceOf(Outcome.TryAgain.class);
            assertNothingWasTold(server);
        }
    }

    private static void assertNothingWasTold(StubMailServer server) {
        assertThat(server.taken()).isEmpty();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }

    private static Outcome send(StubMailServer server, String... more) {
        List<String> lines =
                new ArrayList<>(List.of("port: " + server.port(), "from: pulse@example.org", "to: [ada@example.org]"));
        lines.addAll(List.of(more));
        HandlerSurroundings surroundings =
                new HandlerSurroundings("it", directory, () -> Notifications.NOW, System.out);
        try (Handler handler = new Options(directory, lines)
                .read(node -> new EmailHandlerType().configure(node))
                .open(surroundings)) {
            return handler.send(Notifications.of(Notification.Kind.FIRING));
        }
    }
}
