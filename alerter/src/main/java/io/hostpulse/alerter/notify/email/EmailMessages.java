package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.EncodedWords;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.PlainText;
import jakarta.activation.CommandMap;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Makes messages.
 *
 * @param session what Jakarta Mail is told
 * @param envelope who gets them
 * @param subjectPrefix what each subject begins with
 * @param ids how they are named
 * @param body what they say
 * @param attachments what they carry besides
 */
record EmailMessages(
        Session session,
        Envelope envelope,
        String subjectPrefix,
        MessageIds ids,
        MailBody body,
        Attachments attachments) {

    private static final int LONGEST_SUBJECT = 200;
    private static final String UTF_8 = "UTF-8";
    private static final CommandMap WRITERS = new PartWriters();

    MimeMessage of(Notification notification) throws MessagingException {
        MimeMessage message = new NamedMessage(session, ids.of(notification));
        message.setFrom(envelope.from().orElseThrow());
        message.setRecipients(RecipientType.TO, envelope.to().toArray(Address[]::new));
        message.setRecipients(RecipientType.CC, envelope.cc().toArray(Address[]::new));
        message.setSentDate(Date.from(Instant.ofEpochSecond(0, notification.at())));
        header(message, "Subject", EncodedWords.of(subject(notification)));
        header(message, "X-Hostpulse-Key", EncodedWords.of(PlainText.line(notification.key())));
        List<String> conversations = ids.conversations(notification);
        header(message, "In-Reply-To", conversations.get(0));
        header(message, "References", String.join(" ", conversations));
        // Both keep notices of absence from being sent back.
        header(message, "Auto-Submitted", "auto-generated");
        header(message, "X-Auto-Response-Suppress", "All");
        message.setContent(parts(notification));
        message.getDataHandler().setCommandMap(WRITERS);
        message.saveChanges();
        return message;
    }

    private String subject(Notification notification) {
        return PlainText.line(subjectPrefix + " " + body.text().title(notification), LONGEST_SUBJECT);
    }

    /** What is folded has no line ends of its own: everything comes from one line. */
    private static void header(MimeMessage message, String name, String value) throws MessagingException {
        message.setHeader(name, MimeUtility.fold(name.length() + 2, value));
    }

    private MimeMultipart parts(Notification notification) throws MessagingException {
        MimeMultipart text = text(notification);
        List<MimeBodyPart> attached = attachments.of(notification);
        if (attached.isEmpty()) {
            return text;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(text);
        first.getDataHandler().setCommandMap(WRITERS);
        MimeMultipart all = new MimeMultipart("mixed", first);
        for (MimeBodyPart one : attached) {
            all.addBodyPart(one);
        }
        return all;
    }

    private MimeMultipart text(Notification notification) throws MessagingException {
        // The last one is the one that readers prefer.
        return new MimeMultipart(
                "alternative", part(body.plain(notification), "plain"), part(body.html(notification), "html"));
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.getDataHandler().setCommandMap(WRITERS);
        return part;
    }
}
