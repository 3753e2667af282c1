package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;

/** Sends each notification as one message to all recipients. */
final class EmailHandler implements Handler {

    private final EmailMessages messages;
    private final Envelope envelope;
    private final MailRelay relay;
    private final RecipientBook book;
    private final Redaction redaction;

    EmailHandler(EmailMessages messages, Envelope envelope, MailRelay relay, RecipientBook book, Redaction redaction) {
        this.messages = messages;
        this.envelope = envelope;
        this.relay = relay;
        this.book = book;
        this.redaction = redaction;
    }

    @Override
    public Outcome send(Notification notification) {
        RecipientPage page = book.of(notification.key());
        Outcome outcome = send(notification, page);
        if (!(outcome instanceof Outcome.TryAgain)) {
            book.forget(notification.key());
        }
        return outcome;
    }

    private Outcome send(Notification notification, RecipientPage page) {
        Map<String, InternetAddress> open = page.open(envelope.recipients());
        try {
            return page.add(relay.send(messages.of(notification), open.values()), redaction);
        } catch (MailFailureException e) {
            return page.fail(e, open.keySet(), redaction);
        } catch (MessagingException e) {
            return new Outcome.Refused(redaction.reason("no message could be made of it: " + e.getMessage()));
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
