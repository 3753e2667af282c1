package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole broker follows its file. */
class LiveSettingsTest {

    private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

    @TempDir
    private Path root;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoComesGetsWhatTheFileSaysAndWhoIsHereKeepsWhatItHas() throws Exception {
        try (RunningBroker broker = new RunningBroker(root)) {
            TestClient early = new TestClient(http, broker.uri("/"));
            assertThat(object(early.next("monitoring_data"), "data").get("memory"))
                    .isPresent();
            assertThat(compression(broker)).isEqualTo("permessage-deflate");
            Files.writeString(
                    root.resolve("config.yaml"),
                    "broker: {on_request: [memory], compression: false, max_subscriptions: 1}");
            awaitPlain(broker);
            TestClient late = new TestClient(http, broker.uri("/"));
            assertThat(object(late.next("monitoring_data"), "streams").get("memory"))
                    .isEmpty();
            assertThat(object(early.next("monitoring_data"), "data").get("memory"))
                    .isPresent();
            // What the early one has is the one other subscription that there may be.
            late.send("{\"type\":\"subscribe\",\"streams\":[\"disk\"]}");
            assertThat(text(late.next("error"), "code")).isEqualTo("TOO_MANY_SUBSCRIPTIONS");
        }
    }

    private static void awaitPlain(RunningBroker broker) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!compression(broker).equals("none")) {
            assertThat(System.nanoTime()).as("the file was not followed").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static String compression(RunningBroker broker) throws IOException {
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            return text(client.message("connection"), "compression");
        }
    }
}
