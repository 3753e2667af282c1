package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Await.<Exception>until("the file is followed", () -> isFollowed(broker));
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

    /** What the newcomer is sent is in force a moment after what it may agree on. */
    private boolean isFollowed(RunningBroker broker) throws IOException, InterruptedException {
        try (TestClient newcomer = new TestClient(http, broker.uri("/"))) {
            return compression(broker).equals("none")
                    && object(newcomer.next("monitoring_data"), "streams")
                            .get("memory")
                            .isEmpty();
        }
    }

    private static String compression(RunningBroker broker) throws IOException {
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            return text(client.message("connection"), "compression");
        }
    }
}
