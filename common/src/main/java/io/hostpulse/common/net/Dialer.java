package io.hostpulse.common.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects. A name is looked up once, each address is checked, and the socket connects to the very address that was checked: a name
 * that answers differently the next time gains nothing. The name is only used to check the certificate.
 */
public final class Dialer implements AutoCloseable {

    private final TimedLookup names;
    private final Function<InetAddress, Optional<String>> refusal;
    private final Supplier<SSLSocketFactory> tls;

    /**
     * Makes it.
     *
     * @param names finds addresses; called on a thread of its own
     * @param refusal says why an address must not be asked, if so
     * @param tls whose certificates are believed
     */
    public Dialer(NameLookup names, Function<InetAddress, Optional<String>> refusal, Supplier<SSLSocketFactory> tls) {
        this.names = new TimedLookup(names);
        this.refusal = refusal;
        this.tls = tls;
    }

    Socket dial(HttpTarget target, Countdown time, Duration patience) throws IOException {
        Socket plain = connect(target.host(), target.port(), time, patience);
        return target.isSecure() ? secure(target.host(), target.port(), plain) : plain;
    }

    /**
     * Connects, without TLS, to the first address of a name that answers.
     *
     * @param host a name, or an address as text
     * @param port its port
     * @param time the time there is for everything; it guards the socket from now on
     * @param patience the time for the connection, looking the name up not included
     * @return the connection
     * @throws IOException when there is none, or none is allowed
     */
    public Socket connect(String host, int port, Countdown time, Duration patience) throws IOException {
        List<InetAddress> addresses = allowed(host, time);
        IOException last = null;
        for (int i = 0; i < addresses.size(); i++) {
            try {
                long millis = Math.min(patience.toMillis(), time.millisLeft()) / (addresses.size() - i);
                return connect(new InetSocketAddress(addresses.get(i), port), time, (int) millis);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /** The addresses that are left share the time that is left: a dead first one must not take it all. */
    private static Socket connect(InetSocketAddress address, Countdown time, int millis) throws IOException {
        // A proxy would be asked for the name, and nobody could know where it goes.
        Socket socket = new Socket(Proxy.NO_PROXY);
        time.guard(socket);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.max(1, millis));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private List<InetAddress> allowed(String host, Countdown time) throws IOException {
        List<InetAddress> allowed = new ArrayList<>();
        String refused = "";
        for (InetAddress address : names.lookup(host, time)) {
            Optional<String> special = refusal.apply(address);
            if (special.isPresent()) {
                refused = address.getHostAddress() + " is " + special.get();
            } else {
                allowed.add(address);
            }
        }
        if (allowed.isEmpty()) {
            throw new HttpFailureException(refused + ", which is not asked unless 'allow_private: true' says so");
        }
        return allowed;
    }

    /**
     * Begins TLS, and believes only a certificate for this very host.
     *
     * @param host the name that the certificate must be for
     * @param port the port, for sessions that are taken up again
     * @param plain a connection
     * @return the same, encrypted; closing it closes both
     * @throws IOException when TLS fails
     */
    public Socket secure(String host, int port, Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() {
        names.close();
    }
}
