package io.hostpulse.collector.source.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
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
final class Dialer {

    private final NameLookup names;
    private final Function<InetAddress, Optional<String>> refusal;
    private final Supplier<SSLSocketFactory> tls;

    /** The refusal says why an address must not be asked, if so. */
    Dialer(NameLookup names, Function<InetAddress, Optional<String>> refusal, Supplier<SSLSocketFactory> tls) {
        this.names = names;
        this.refusal = refusal;
        this.tls = tls;
    }

    Socket dial(HttpTarget target, Countdown time) throws IOException {
        Socket plain = connect(target, time);
        return target.isSecure() ? secure(target, plain) : plain;
    }

    private Socket connect(HttpTarget target, Countdown time) throws IOException {
        List<InetAddress> addresses = allowed(target);
        IOException last = null;
        for (int i = 0; i < addresses.size(); i++) {
            try {
                return connect(new InetSocketAddress(addresses.get(i), target.port()), time, addresses.size() - i);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /** The addresses that are left share the time that is left: a dead first one must not take it all. */
    private static Socket connect(InetSocketAddress address, Countdown time, int left) throws IOException {
        // A proxy would be asked for the name, and nobody could know where it goes.
        Socket socket = new Socket(Proxy.NO_PROXY);
        time.guard(socket);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.max(1, time.millisLeft() / left));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private List<InetAddress> allowed(HttpTarget target) throws IOException {
        List<InetAddress> allowed = new ArrayList<>();
        String refused = "";
        for (InetAddress address : lookup(target)) {
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

    private InetAddress[] lookup(HttpTarget target) throws HttpFailureException {
        try {
            return names.lookup(target.host());
        } catch (UnknownHostException e) {
            throw new HttpFailureException("no address is known for this name", e);
        }
    }

    private Socket secure(HttpTarget target, Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
