package io.hostpulse.alerter.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message that keeps the name it was given. Jakarta Mail would give it another one each time. */
final class NamedMessage extends MimeMessage {

    private final String id;

    NamedMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
