package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Java's own WebSocket client, with its messages in a queue. */
final class TestClient implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Fields> messages = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final PayloadReader reader = new PayloadReader();
    private final WebSocket socket;

    TestClient(HttpClient http, URI uri) {
        socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    /** A web page that connects. */
    TestClient(HttpClient http, URI uri, String origin) {
        this(uri, http.newWebSocketBuilder().header("Origin", origin));
    }

    /** A client with headers or subprotocols of its own. */
    TestClient(URI uri, WebSocket.Builder builder) {
        socket = builder.buildAsync(uri, this).join();
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            Fields message = reader.read(partial.toString().getBytes(StandardCharsets.UTF_8));
            seen.add(text(message, "type"));
            messages.add(message);
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void sendBinary(String text) {
        socket.sendBinary(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true)
                .join();
    }

    Fields next(String type) throws InterruptedException {
        return next(type, message -> true);
    }

    /** The next message of a type that fits; others are passed over. */
    Fields next(String type, Predicate<Fields> fits) throws InterruptedException {
        Fields message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (message != null && !(text(message, "type").equals(type) && fits.test(message))) {
            message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(message).as("a message of type %s", type).isNotNull();
        return message;
    }

    Fields first() throws InterruptedException {
        Fields message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a first message").isNotNull();
        return message;
    }

    /** Whether no message of a type came at all. */
    boolean sawNo(String type) {
        return !seen.contains(type);
    }

    boolean isQuietFor(long millis) throws InterruptedException {
        messages.clear();
        return messages.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static String text(Fields fields, String name) {
        return ((Value.Text) fields.values().get(name)).value();
    }

    static Fields object(Fields fields, String name) {
        return (Fields) fields.values().get(name);
    }

    /** A list of objects. */
    static List<Fields> list(Fields fields, String name) {
        return ((Value.Sequence) fields.values().get(name))
                .values().stream().map(Fields.class::cast).toList();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
