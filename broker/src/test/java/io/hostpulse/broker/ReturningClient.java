package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A client that remembers its cursor and what it has seen, and complains about what is missing, doubled or out of order. */
final class ReturningClient {

    /** Everything was written before; so many messages bring any of it. */
    private static final int MOST_MESSAGES = 300;

    private final int port;
    private final String options;
    private final Map<String, Long> seen = new TreeMap<>();
    private String since = "10m";
    private long replayed;
    private long live;

    /** More members of its subscription, each with a comma before it. */
    ReturningClient(int port, String options) {
        this.port = port;
        this.options = options;
    }

    /** Connects, reads for a while, and vanishes, perhaps in the middle of a message. */
    void visit(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try (RawClient client = subscribed()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            while (left > 0) {
                client.patience((int) left);
                take(client.message());
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (SocketTimeoutException e) {
            return; // the visit is over, in or between messages
        }
    }

    /** Connects once more and stays until it has everything. */
    void readUntil(Map<String, Long> everything) throws IOException {
        try (RawClient client = subscribed()) {
            for (int i = 0; i < MOST_MESSAGES && !seen.equals(everything); i++) {
                take(client.message());
            }
            assertThat(seen).as("since %s", since).isEqualTo(everything);
        }
    }

    private RawClient subscribed() throws IOException {
        RawClient client = new RawClient(port);
        client.send("{\"type\":\"subscribe\",\"streams\":[\"even\",\"often\",\"seldom\"],\"since\":\"" + since + "\""
                + options + "}");
        return client;
    }

    private void take(Fields message) {
        switch (text(message, "type")) {
            case "subscribed" -> assertThat(message.get("recovered")).contains(new Value.Flag(true));
            case "monitoring_data" -> takeData(message);
            default -> assertThat(text(message, "type")).as("in %s", message).isEqualTo("connection");
        }
    }

    private void takeData(Fields message) {
        if (message.get("data").isPresent()
                && object(message, "data").get("memory").isPresent()) {
            return; // before the subscription
        }
        boolean isReplay = message.get("replayed").isPresent();
        if (message.get("streams").isPresent()) {
            object(message, "streams").values().forEach((stream, state) -> {
                ((Fields) state).get("sequence").ifPresent(number -> take(stream, (Value.Whole) number, isReplay));
            });
        }
        since = message.get("cursor")
                .map(cursor -> ((Value.Text) cursor).value())
                .orElse(since);
        replayed += isReplay ? 1 : 0;
        live += isReplay ? 0 : 1;
    }

    private void take(String stream, Value.Whole number, boolean isReplay) {
        long last = seen.getOrDefault(stream, 0L);
        if (isReplay || number.value() != last) {
            assertThat(number.value())
                    .as("%s after %d, %s, since %s", stream, last, isReplay ? "replayed" : "live", since)
                    .isEqualTo(last + 1);
        }
        seen.put(stream, number.value());
    }

    long replayed() {
        return replayed;
    }

    long live() {
        return live;
    }

    static List<String> streams() {
        return List.of("even", "often", "seldom");
    }
}
