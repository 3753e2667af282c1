package io.hostpulse.alerter.notify.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Says what went wrong with a mail server, and whether trying again may help. */
final class MailVerdict {

    /**
     * It wants to know who we are, or does not believe it. The server that says so today takes the same message once somebody has
     * corrected the password, so these are not for good, whatever their first digit says.
     */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    private MailVerdict() {}

    static MailFailureException of(IOException e) {
        return new MailFailureException(reason(e), false, e);
    }

    /**
     * Judges by what broke, and otherwise by the answer.
     *
     * @param code the last answer's three digits; no such number when there was none
     * @param answer the last answer
     */
    static MailFailureException of(MessagingException e, int code, String answer) {
        Optional<IOException> broken = broken(e);
        if (broken.isPresent()) {
            return of(broken.get());
        }
        // What Jakarta Mail says itself is of use only when the server has not complained.
        String said = code >= 400 || e.getMessage() == null ? answer : e.getMessage();
        if (e instanceof AuthenticationFailedException || LOGIN.contains(code)) {
            return new MailFailureException(
                    "the server did not let us in: " + said.strip() + "; check 'username' and 'password'", false, e);
        }
        if (code < 0) {
            return new MailFailureException("the connection was closed before there was an answer", false, e);
        }
        String hint = said.startsWith("STARTTLS is required") ? "; nothing was sent: see 'tls'" : "";
        return new MailFailureException(said.strip() + hint, code / 100 == 5, e);
    }

    private static Optional<IOException> broken(MessagingException e) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof IOException broken) {
                return Optional.of(broken);
            }
            // What Jakarta Mail chains, it shows as the cause too.
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String reason(IOException e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        if (e instanceof SSLException) {
            String hint = text.contains("PKIX") ? "; an authority of your own is named with 'ca_file'" : "";
            return "TLS failed: " + text + hint;
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer in time: " + text;
        }
        return (e instanceof ConnectException ? "no connection: " : "the connection broke: ") + text;
    }
}
