package io.hostpulse.collector;

import com.sun.net.httpserver.HttpServer;
import io.hostpulse.collector.source.SourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Options with which each type can be read on this host; most need none. What a user names himself is called {@code NAME} and {@code
 * LABEL} here, as on the page of metrics.
 */
final class Examples implements AutoCloseable {

    private static final byte[] JSON = "{\"NAME\": 1, \"text\": \"x\"}".getBytes(StandardCharsets.UTF_8);
    private static final String EXPOSITION = "NAME 1\nNAME{LABEL=\"a\"} 2\n";

    private final Path folder;
    private final HttpServer server;

    Examples(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, JSON.length);
            exchange.getResponseBody().write(JSON);
            exchange.close();
        });
        server.start();
    }

    Options optionsOf(SourceType type) {
        return switch (type.name()) {
            case "http" ->
                Options.of("url=http://127.0.0.1:" + server.getAddress().getPort() + "/", "allow_private=true");
            case "command" -> Options.inFile(folder, "command: [cat, " + exposition() + "]\n");
            case "textfile" -> Options.of("directory=" + exposition().getParent());
            default -> Options.of();
        };
    }

    private Path exposition() {
        try {
            return Files.writeString(folder.resolve("example.prom"), EXPOSITION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
