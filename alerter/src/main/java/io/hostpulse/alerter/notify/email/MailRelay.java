package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.net.Countdown;
import io.hostpulse.common.net.Dialer;
import io.hostpulse.common.net.SingleThreads;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands messages to one server, each over a connection of its own, within a time that no server can stretch. Used by one thread. */
final class MailRelay implements AutoCloseable {

    private final MailServer server;
    private final Session session;
    private final LongSupplier nanoTime;
    private final Dialer dialer;
    private final ScheduledThreadPoolExecutor alarms = SingleThreads.alarms();

    MailRelay(MailServer server, Session session, LongSupplier nanoTime) {
        this.server = server;
        this.session = session;
        this.nanoTime = nanoTime;
        // A mail server in one's own network is the usual case, so no address is refused.
        this.dialer = new Dialer(MailRelay::lookup, address -> Optional.empty(), server.authorities());
    }

    /** Each address keeps the name it was found by: Jakarta Mail checks certificates against it, and would else look one up backwards. */
    private static InetAddress[] lookup(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByAddress(host, addresses[i].getAddress());
        }
        return addresses;
    }

    MailAnswer send(MimeMessage message, Collection<InternetAddress> recipients) throws MailFailureException {
        try (Countdown time = new Countdown(server.times().all(), alarms, nanoTime)) {
            return send(message, recipients, time);
        }
    }

    private MailAnswer send(MimeMessage message, Collection<InternetAddress> recipients, Countdown time)
            throws MailFailureException {
        try {
            return converse(dial(time), message, recipients);
        } catch (IOException e) {
            throw time.isOver() ? late(e) : MailVerdict.of(e);
        } catch (MailFailureException e) {
            throw time.isOver() ? late(e) : e;
        }
    }

    private MailFailureException late(Exception e) {
        return new MailFailureException(
                "not done within " + server.times().all().toMillis() + " ms", false, e);
    }

    private Socket dial(Countdown time) throws IOException {
        Socket plain = dialer.connect(
                server.host(), server.port(), time, server.times().connect());
        plain.setSoTimeout((int) server.times().read().toMillis());
        return server.tls() == MailTls.IMPLICIT ? dialer.secure(server.host(), server.port(), plain) : plain;
    }

    private MailAnswer converse(Socket socket, MimeMessage message, Collection<InternetAddress> recipients)
            throws MailFailureException {
        // Made here and not asked of the session, which would take any provider that some jar names.
        SMTPTransport transport = new SMTPTransport(session, account(socket));
        transport.setLocalHost(server.hostname().orElseGet(() -> literal(socket.getLocalAddress())));
        try {
            transport.connect(socket);
            checkLogin(transport);
            transport.sendMessage(message, recipients.toArray(InternetAddress[]::new));
            return MailAnswer.forAll(recipients, transport.getLastServerResponse());
        } catch (SendFailedException e) {
            return answer(e, transport);
        } catch (MessagingException e) {
            throw MailVerdict.of(e, transport.getLastReturnCode(), transport.getLastServerResponse());
        } finally {
            hangUp(transport);
        }
    }

    /** Its host is an address: after a refused login it is looked up once more, for nobody. */
    private URLName account(Socket socket) {
        return new URLName(
                "smtp",
                socket.getInetAddress().getHostAddress(),
                server.port(),
                null,
                server.login().map(MailLogin::username).orElse(null),
                server.login().map(login -> login.password().reveal()).orElse(null));
    }

    /** As RFC 5321 has it for machines without a name, without asking anybody what this one is called. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[IPv6:" + text.replaceFirst("%.*", "") + "]" : "[" + text + "]";
    }

    /** Jakarta Mail would go on without logging in. */
    private void checkLogin(SMTPTransport transport) throws MailFailureException {
        boolean asksForLogin = transport.supportsExtension("AUTH") || transport.supportsExtension("AUTH=LOGIN");
        if (server.login().isPresent() && !asksForLogin) {
            throw new MailFailureException(
                    "the server offers no login: remove 'username' and 'password', or choose another port",
                    false,
                    null);
        }
    }

    /** Some recipients were not taken, or the sender or the message itself. */
    private static MailAnswer answer(SendFailedException e, SMTPTransport transport) throws MailFailureException {
        MailAnswer answer = MailAnswer.forSome(e, transport.getLastServerResponse());
        if (answer.accepted().isEmpty() && e instanceof SMTPSendFailedException whole) {
            throw MailVerdict.of(e, whole.getReturnCode(), e.getMessage());
        }
        return answer;
    }

    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // What came of the message is known, and the countdown closes the socket.
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        dialer.close();
    }
}
