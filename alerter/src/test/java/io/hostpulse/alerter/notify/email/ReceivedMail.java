package io.hostpulse.alerter.notify.email;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A message as its reader sees it. */
record ReceivedMail(Map<String, String> headers, String plain, String html) {

    static ReceivedMail of(StubMailServer.Taken taken) {
        try {
            byte[] bytes = taken.data().getBytes(StandardCharsets.ISO_8859_1);
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Header header : Collections.list(message.getAllHeaders())) {
                if (headers.put(header.getName(), header.getValue()) != null) {
                    throw new AssertionError(header.getName() + " is there twice");
                }
            }
            MimeMultipart parts =
                    new MimeMultipart(new ByteArrayDataSource(message.getRawInputStream(), message.getContentType()));
            return new ReceivedMail(headers, text(parts, 0), text(parts, 1));
        } catch (MessagingException e) {
            throw new AssertionError(taken.data(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MimeMultipart parts, int index) throws MessagingException, IOException {
        return new String(parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.get(name);
    }

    String subject() {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header("Subject")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String everything() {
        return subject() + "\n" + plain + "\n" + html;
    }
}
