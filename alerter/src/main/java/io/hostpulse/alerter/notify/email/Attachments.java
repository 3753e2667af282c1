package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.ViolationExports;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.violation.ViolationExport;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Attaches what the exporter writes to files about the same violations.
 *
 * @param attaching in which forms
 * @param compression how they are compressed
 * @param exports makes them
 */
record Attachments(Attaching attaching, Compression compression, ViolationExports exports) {

    List<MimeBodyPart> of(Notification notification) throws MessagingException {
        if (attaching == Attaching.NONE) {
            return List.of();
        }
        ViolationExport export = exports.of(notification);
        String name = export.fileName(notification.key().replaceAll("[^A-Za-z0-9_-]", "_"));
        List<MimeBodyPart> parts = new ArrayList<>();
        if (attaching.hasJson()) {
            parts.add(part(name + ".json", "application/json", export.json()));
        }
        if (attaching.hasCsv()) {
            parts.add(part(name + ".csv", "text/csv; charset=utf-8; header=present", export.csv()));
        }
        return parts;
    }

    private MimeBodyPart part(String name, String type, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                compression.of(text.getBytes(StandardCharsets.UTF_8)), typeOf(compression, type))));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(name + compression.suffix());
        // Whatever is inside, no server on the way shall touch a line of it.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String typeOf(Compression compression, String plain) {
        return switch (compression) {
            case NONE -> plain;
            case GZIP -> "application/gzip";
            case ZSTD -> "application/zstd";
        };
    }
}
