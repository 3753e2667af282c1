package io.hostpulse.tests.faults;

import io.hostpulse.common.process.EpochClock;
import io.hostpulse.tests.faults.Deliveries.Telling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail server that takes everything, can go away, and comes back at the same port. */
final class MailServer implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("(?m)^X-Hostpulse-Key: (.+)$");
    private static final Pattern SWITCH = Pattern.compile("\\bs[0-9]{4}\\b");

    private final Deliveries deliveries;
    private final int port;
    private volatile ServerSocket socket;

    MailServer(Deliveries deliveries) {
        this.deliveries = deliveries;
        this.socket = listen(0);
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    void goAway() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void comeBack() {
        socket = listen(port);
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread acceptor = new Thread(() -> accept(opened), "mail server");
            acceptor.setDaemon(true);
            acceptor.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                serve(opened.accept());
            }
        } catch (IOException away) {
            // It has gone away, as the scenario wants.
        }
    }

    // One at a time: the alerter has one connection.
    private void serve(Socket accepted) {
        try (accepted;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(accepted, "220 mail.test");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say(accepted, answer(accepted, lines, line));
            }
        } catch (IOException clientHasGone) {
            // Its next connection will be taken.
        }
    }

    private String answer(Socket accepted, BufferedReader lines, String line) throws IOException {
        if (line.startsWith("DATA")) {
            say(accepted, "354 go on");
            take(lines);
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 fine";
    }

    private void take(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append('\n');
        }
        Matcher key = KEY.matcher(mail);
        if (key.find()) {
            deliveries.arrived(key.group(1).strip(), about(mail.toString()), EpochClock.SYSTEM.nanos());
        }
    }

    // This scenario turns nothing off, so whatever is told is told to be on.
    private static Set<Telling> about(String mail) {
        Stream<String> names = SWITCH.matcher(mail.replace("=\n", "").replace("=3D", "="))
                .results()
                .map(found -> found.group());
        return names.map(name -> new Telling(name, true))
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()))));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        goAway();
    }
}
