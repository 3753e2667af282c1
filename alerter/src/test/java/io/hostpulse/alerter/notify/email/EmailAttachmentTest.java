package io.hostpulse.alerter.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.http.Golden;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.violation.ViolationReport;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that carries what the exporter writes about a violation. */
class EmailAttachmentTest {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);
    private static final String NAME = "violation_20260703T101735.000000Z_memory_usage_";

    @TempDir
    Path directory;

    private final StubMailServer server = StubMailServer.plain();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void carriesNothingUnlessItIsAskedTo() throws Exception {
        send(FIRING);
        assertThat(parts().getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void carriesTheExportOfTheViolationBesideItsText() throws Exception {
        send(FIRING, "attach: json");
        MimeMultipart parts = parts();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        BodyPart attached = parts.getBodyPart(1);
        assertThat(attached.getDisposition()).isEqualTo("attachment");
        assertThat(attached.getFileName()).startsWith(NAME).endsWith(".json").matches("[A-Za-z0-9._-]+");
        assertThat(attached.getContentType()).startsWith("application/json");
        Golden.assertSame(text(attached, Compression.NONE), "webhook-violation.json");
    }

    @ParameterizedTest
    @CsvSource({"gzip,application/gzip", "zstd,application/zstd"})
    void compressesBothForms(String compress, String type) throws Exception {
        Compression compression = Compression.named(compress).orElseThrow();
        send(FIRING, "attach: both", "compress: " + compress);
        BodyPart json = parts().getBodyPart(1);
        BodyPart csv = parts().getBodyPart(2);
        assertThat(json.getFileName()).endsWith(".json" + compression.suffix());
        assertThat(csv.getFileName()).endsWith(".csv" + compression.suffix());
        assertThat(List.of(json.getContentType(), csv.getContentType()))
                .allSatisfy(found -> assertThat(found).startsWith(type));
        Golden.assertSame(text(json, compression), "webhook-violation.json");
        assertThat(text(csv, compression).lines()).hasSize(2).first().asString().startsWith("timestamp,data_source,");
    }

    @Test
    void carriesOneTableForAGroup() throws Exception {
        send(Notifications.group(300), "attach: csv");
        assertThat(parts().getCount()).isEqualTo(2);
        assertThat(text(parts().getBodyPart(1), Compression.NONE).lines()).hasSize(301);
    }

    @Test
    void keepsEveryByteAsciiWhateverIsInIt() throws Exception {
        send(Notifications.saying("Höhe 😀\r\nX-Injected: yes"), "attach: both");
        assertThat(server.taken().get(0).data()).matches("(?s)[\\r\\n\\t -~]*").doesNotContain("\nX-Injected");
        assertThat(text(parts().getBodyPart(1), Compression.NONE)).contains("Höhe \\uD83D\\uDE00\\r\\n");
    }

    private void send(Notification notification, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "host: localhost",
                "port: " + server.port(),
                "tls: none",
                "from: pulse@example.org",
                "to: [ada@example.org]"));
        lines.addAll(List.of(more));
        Fields metrics =
                Fields.builder().put("total", 1000).put("percentage", 95.5).build();
        Fields source =
                Fields.builder().put("name", "memory").put("interval_ms", 500).build();
        HandlerSurroundings surroundings = new HandlerSurroundings(
                "it",
                directory,
                () -> Notifications.NOW,
                System.out,
                ZoneOffset.UTC,
                alert -> new ViolationReport(alert, metrics, source));
        try (Handler handler = new Options(directory, lines)
                .read(node -> new EmailHandlerType().configure(node))
                .open(surroundings)) {
            assertThat(handler.send(notification)).isInstanceOf(Outcome.Delivered.class);
        }
    }

    private MimeMultipart parts() throws Exception {
        byte[] bytes = server.taken().get(0).data().getBytes(StandardCharsets.ISO_8859_1);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        return new MimeMultipart(new ByteArrayDataSource(message.getRawInputStream(), message.getContentType()));
    }

    private static String text(BodyPart part, Compression compression) throws Exception {
        try (InputStream in = compression.outOf(part.getInputStream())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
