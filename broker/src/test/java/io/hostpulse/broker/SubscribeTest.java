package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients may choose. */
class SubscribeTest extends HttpFixture {

    private SnapshotAppender process;
    private SnapshotAppender disk;

    SubscribeTest() {
        super("broker.max_subscriptions=2");
    }

    @BeforeEach
    void writeMore() throws Exception {
        process = broker.stream("process", Duration.ofMillis(100));
        disk = broker.stream("disk", Duration.ofMillis(100));
        append(process, "{\"total\":7}");
        append(disk, "{\"total\":9,\"used\":4,\"mounts\":[{\"path\":\"/\",\"free\":5}]}");
    }

    private static void append(SnapshotAppender stream, String payload) {
        stream.append(
                RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void leavesLargeStreamsToThoseWhoAskForThem() throws Exception {
        try (TestClient everybody = client();
                TestClient all = client()) {
            subscribe(all, "\"streams\":[\"*\"]");
            all.next("monitoring_data", message -> has(message, "process"));
            Fields message = everybody.next("monitoring_data", one -> has(one, "disk"));
            assertThat(object(message, "data").values()).containsOnlyKeys("disk", "memory");
            assertThat(object(message, "streams").values()).containsOnlyKeys("disk", "memory");
        }
    }

    @Test
    void sendsTheStreamsAndFieldsThatWereAskedFor() throws Exception {
        try (TestClient client = client()) {
            Fields answer = subscribe(
                    client, "\"streams\":[\"mem*\"],\"fields\":[\"disk.used\",\"disk.mounts[*].free\"],\"hurry\":1");
            assertThat(answer.get("streams").orElseThrow().toString())
                    .contains("disk", "memory")
                    .doesNotContain("process");
            assertThat(answer.get("ignored").orElseThrow().toString()).contains("hurry");
            Fields message = client.next("monitoring_data", one -> has(one, "disk"));
            assertThat(object(object(message, "data"), "disk").values()).containsOnlyKeys("used", "mounts");
            assertThat(object(message, "data").values()).containsOnlyKeys("disk", "memory");
            assertThat(text(message, "cursor")).matches("disk:1\\.\\w+,memory:1\\.\\w+");
        }
    }

    @Test
    void sendsLessOftenOnRequest() throws Exception {
        try (TestClient client = client()) {
            assertThat(subscribe(client, "\"interval\":0.25").get("interval")).contains(new Value.Real(0.3));
            client.next("monitoring_data");
            long before = tick(client.next("monitoring_data"));
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long tick = tick(client.next("monitoring_data"));
                assertThat(tick % 3).isZero();
                least = Math.min(least, tick - before);
                before = tick;
            }
            // A broker that is woken late leaves ticks out.
            assertThat(least).isEqualTo(3);
        }
    }

    @Test
    void takesNoMoreDifferentSubscriptionsThanItMay() throws Exception {
        try (TestClient first = client();
                TestClient second = client();
                TestClient third = client()) {
            subscribe(first, "\"streams\":[\"disk\"]");
            subscribe(second, "\"streams\":[\"memory\"]");
            third.send("{\"type\":\"subscribe\",\"streams\":[\"process\"],\"id\":1}");
            Fields error = third.next("error");
            assertThat(text(error, "code")).isEqualTo("TOO_MANY_SUBSCRIPTIONS");
            assertThat(error.get("id")).contains(new Value.Whole(1));
            subscribe(third, "\"streams\":[\"memory\"]");
            subscribe(first, "\"streams\":[\"memory\"]");
            subscribe(third, "\"streams\":[\"process\"]");
        }
    }

    @Test
    void foldsDifferencesIntoWhatOthersGetWhole() throws Exception {
        try (TestClient whole = client();
                TestClient client = client()) {
            subscribe(client, "\"delta\":true,\"key_every\":7");
            Map<Long, Fields> expected = new LinkedHashMap<>();
            Fields state = Fields.NONE;
            int deltas = 0;
            int keys = 0;
            for (int i = 0; i < 30; i++) {
                broker.write(i % 5 == 4 ? RecordKind.FAILED : RecordKind.OK, payload(i));
                Fields full = whole.next("monitoring_data");
                expected.put(tick(full), full);
                Fields message = client.next("monitoring_data");
                boolean isDelta = message.get("delta").isPresent();
                state = isDelta ? Folding.fold(state, message) : message;
                deltas += isDelta ? 1 : 0;
                keys += isDelta ? 0 : 1;
                if (expected.containsKey(tick(state))) {
                    assertThat(state).isEqualTo(expected.get(tick(state)));
                }
            }
            assertThat(deltas).isBetween(20, 29);
            assertThat(keys).isGreaterThanOrEqualTo(4);
            assertThat(expected.size()).isEqualTo(30);
        }
    }

    private static String payload(int i) {
        return i % 5 == 4
                ? "{\"state\":\"failed\",\"reason\":\"no answer\"}"
                : "{\"percentage\":" + i + ".5,\"same\":{\"a\":1},\"swap\":" + (i % 3 == 0 ? "null" : "{\"used\":1}")
                        + "}";
    }

    @Test
    void agreesOnTheProtocol() throws Exception {
        try (RawClient client = new RawClient(broker.port(), "Sec-WebSocket-Protocol: soap, hostpulse.v1")) {
            assertThat(client.response()).contains("sec-websocket-protocol: hostpulse.v1\r\n");
            assertThat(client.message("connection")
                            .get("capabilities")
                            .orElseThrow()
                            .toString())
                    .contains("since", "delta", "streams", "fields", "interval", "alerts");
        }
        try (RawClient client = new RawClient(broker.port(), "Sec-WebSocket-Protocol: soap")) {
            assertThat(client.response()).doesNotContain("sec-websocket-protocol");
        }
    }

    @Test
    void saysWhatIsWrongAndChangesNothing() throws Exception {
        try (TestClient client = client()) {
            client.send(
                    "{\"type\":\"subscribe\",\"alerts\":true,\"streams\":[\"disk\"],\"since\":\"last year\",\"id\":3}");
            Fields error = client.next("error");
            assertThat(text(error, "code")).isEqualTo("INVALID_ARGUMENT");
            assertThat(error.get("id")).contains(new Value.Whole(3));
            assertThat(has(client.next("monitoring_data"), "memory")).isTrue();
        }
    }

    private TestClient client() throws Exception {
        TestClient client = new TestClient(http, broker.uri("/"));
        client.next("connection");
        return client;
    }

    private static Fields subscribe(TestClient client, String what) throws Exception {
        client.send("{\"type\":\"subscribe\"," + what + "}");
        return client.next("subscribed");
    }

    private static boolean has(Fields message, String stream) {
        return object(message, "data").get(stream).isPresent();
    }

    private static long tick(Fields message) {
        return ((Value.Whole) message.get("tick").orElseThrow()).value();
    }
}
