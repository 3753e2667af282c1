package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.alerter.notify.ViolationExports;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.export.Compression;
import jakarta.mail.Session;
import java.util.List;

/**
 * The options of a handler of type email.
 *
 * @param server who takes our mail
 * @param envelope who gets it
 * @param subjectPrefix what each subject begins with
 * @param attaching what is attached
 * @param compression how that is compressed
 */
record EmailOptions(
        MailServer server, Envelope envelope, String subjectPrefix, Attaching attaching, Compression compression) {

    private static final String PREFIX = "[Hostpulse]";
    private static final int LONGEST_PREFIX = 60;

    static EmailOptions from(ConfigNode options) {
        return new EmailOptions(
                MailServer.from(options),
                Envelope.from(options),
                PlainText.line(options.text("subject_prefix", PREFIX), LONGEST_PREFIX),
                options.choice("attach", Attaching.NONE),
                options.choice("compress", Compression.NONE));
    }

    Handler open(HandlerSurroundings surroundings) {
        Session session = MailSession.of(server);
        Redaction redaction =
                Redaction.of(server.login().map(MailLogin::secrets).orElse(List.of()));
        EmailMessages messages = new EmailMessages(
                session,
                envelope,
                subjectPrefix,
                new MessageIds(server.hostname().orElse(envelope.domain())),
                new MailBody(surroundings.zone()),
                new Attachments(attaching, compression, new ViolationExports(surroundings.violations())));
        return new EmailHandler(
                messages, envelope, new MailRelay(server, session, System::nanoTime), new RecipientBook(), redaction);
    }
}
