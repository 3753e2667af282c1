package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does with each connection what the test wants, good or bad. */
final class ScriptedServer implements AutoCloseable {

    /** What it does once it has read the head of a request. */
    interface Behaviour {
        void answer(Connection connection) throws IOException;
    }

    /** One connection and the request that came over it. */
    record Connection(Socket socket, String request) {

        void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void ok(String body) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Until the client has gone. */
        void hang() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // Whatever else it sends.
            }
        }
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    static ScriptedServer start(Behaviour behaviour) {
        return on("127.0.0.1", behaviour);
    }

    static ScriptedServer on(String address, Behaviour behaviour) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            return new ScriptedServer(socket, behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScriptedServer on(ServerSocket socket, Behaviour behaviour) {
        return new ScriptedServer(socket, behaviour);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket accepted = socket.accept();
                threads.execute(() -> serve(accepted));
            }
        } catch (IOException closed) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            String request = request(accepted);
            requests.add(request);
            behaviour.answer(new Connection(accepted, request));
        } catch (IOException clientHasGone) {
            // Which is what many of these tests are about.
        }
    }

    private static String request(Socket accepted) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder request = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
        }
        int length = length(request.toString());
        for (int i = 0; i < length; i++) {
            request.append(i == 0 ? "\n" : "").append((char) in.read());
        }
        return request.toString();
    }

    private static int length(String request) {
        return request.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
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
