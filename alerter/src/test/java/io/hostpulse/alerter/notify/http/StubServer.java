package io.hostpulse.alerter.notify.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that remembers what was posted and answers as the test wants, well or badly. */
public final class StubServer implements AutoCloseable {

    /** What it does once it has a request. */
    public interface Behaviour {

        /** Answers, or not. */
        void answer(Exchange exchange) throws IOException;
    }

    /**
     * A request as it came.
     *
     * @param raw the bytes of its body, each as one character
     */
    public record Received(String line, Map<String, String> headers, String raw) {

        /** Its body as UTF-8. */
        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        /** Its body, of whatever kind. */
        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** A header, by any case of its name. */
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** A request and the connection on which it came. */
    public record Exchange(Socket socket, Received request) {

        /** Writes anything. */
        public void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Answers properly. */
        public void answer(int status, String body, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            send(head + "Content-Length: " + length + "\r\n\r\n" + body);
        }

        /** Does nothing until the client has gone. */
        public void hang() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // Whatever else it sends.
            }
        }

        /** Breaks the connection so that the client notices. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> exchange.answer(200, "ok");

    private StubServer(ServerSocket socket) {
        this.socket = socket;
        threads.execute(this::accept);
    }

    /** Starts on a free port of 127.0.0.1. */
    public static StubServer start() {
        return on("127.0.0.1");
    }

    /** Starts on a free port of an address. */
    public static StubServer on(String address) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            return new StubServer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on a socket that may speak TLS. */
    public static StubServer on(ServerSocket socket) {
        return new StubServer(socket);
    }

    /** From now on it behaves like this. */
    public void behave(Behaviour newBehaviour) {
        behaviour = newBehaviour;
    }

    /** From now on it answers with this status. */
    public void answer(int status, String... headers) {
        behave(exchange -> exchange.answer(status, status / 100 == 2 ? "ok" : "no", headers));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The URL of a path on it. */
    public String url(String path) {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path;
    }

    /** What came so far. */
    public List<Received> requests() {
        return requests;
    }

    /** The bodies of what came so far. */
    public List<String> bodies() {
        return requests.stream().map(Received::body).toList();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket accepted = socket.accept();
                threads.execute(() -> serve(accepted));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            Received request = read(accepted.getInputStream());
            requests.add(request);
            behaviour.answer(new Exchange(accepted, request));
        } catch (IOException clientHasGone) {
            // Which is what many of these tests are about.
        }
    }

    private static Received read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return new Received(line, headers, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
