package io.hostpulse.tests.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The WebSocket client that comes with Java. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<Json> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    LiveClient(URI uri) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(Json.parse(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    Json next(String type) {
        return next(type, message -> true);
    }

    /** The next message that fits, within 15 seconds. */
    Json next(String type, Predicate<Json> fits) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < end) {
            Json message = poll();
            if (message != null && message.at("type").text().equals(type) && fits.test(message)) {
                return message;
            }
        }
        throw new AssertionError("no fitting " + type + " within 15 s");
    }

    private Json poll() {
        try {
            return messages.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
