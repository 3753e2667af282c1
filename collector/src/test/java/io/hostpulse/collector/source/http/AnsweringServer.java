package io.hostpulse.collector.source.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that always answers the same and keeps what it was asked. */
final class AnsweringServer implements AutoCloseable {

    /**
     * What it was asked.
     *
     * @param line method and resource
     */
    record Question(String line, Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final HttpServer server;
    private final int status;
    private final byte[] body;
    private final String[] header;
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    private AnsweringServer(HttpServer server, int status, String body, String... header) {
        this.server = server;
        this.status = status;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.header = header;
    }

    /** The header is none, or a name and a value. */
    static AnsweringServer with(int status, String body, String... header) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AnsweringServer answering = new AnsweringServer(server, status, body, header);
        server.createContext("/", answering::answer);
        server.start();
        return answering;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            questions.add(new Question(line, exchange.getRequestHeaders(), asked));
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            boolean hasBody = body.length > 0;
            exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    List<Question> questions() {
        return questions;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
