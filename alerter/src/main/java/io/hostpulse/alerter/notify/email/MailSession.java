package io.hostpulse.alerter.notify.email;

import jakarta.mail.Session;
import java.util.Properties;

/** What Jakarta Mail is told. Only what stands here: no property of the system gets into it. */
final class MailSession {

    private MailSession() {}

    static Session of(MailServer server) {
        Properties properties = new Properties();
        if (server.tls() == MailTls.STARTTLS) {
            encrypt(properties, server);
        }
        // Both are safe inside TLS; the others are outdated, or need what nobody has configured.
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        // Who is refused must not keep the others from getting it.
        properties.setProperty("mail.smtp.sendpartial", "true");
        // The answer that counts was given before; a server that hangs now must not cost more time.
        properties.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    private static void encrypt(Properties properties, MailServer server) {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", server.authorities().get());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
}
