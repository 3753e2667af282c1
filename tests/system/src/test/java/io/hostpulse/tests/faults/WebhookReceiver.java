package io.hostpulse.tests.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.tests.faults.Deliveries.Telling;
import io.hostpulse.tests.system.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The far end of a webhook: notes what arrives, then does what the scenario wants, then answers. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deliveries deliveries;
    private volatile Runnable beforeAnswer = () -> {};

    WebhookReceiver(Deliveries deliveries) {
        this.deliveries = deliveries;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on this happens between each arrival and its answer. */
    void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Json body = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            long now = EpochClock.SYSTEM.nanos();
            deliveries.arrived(body.at("key").text(), about(body), now);
            beforeAnswer.run();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Set<Telling> about(Json body) {
        return body.at("alerts").list().stream()
                .map(alert -> new Telling(
                        alert.at("dimension").text().replace("name=", ""),
                        !alert.at("state").text().equals("resolved")))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
