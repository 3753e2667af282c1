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
import org.junit.jupiter.api.Test;

/** What a client is told when not all that it missed is still there, and what it gets all the same. */
class RecoveryTest extends HttpFixture {

    private static final String LARGE = "{\"filler\":\"" + "x".repeat(300_000) + "\"}";

    RecoveryTest() {
        super("broker.replay_rate=1GB");
    }

    @Test
    void givesNoCursorBeforeThereIsAPlaceToComeBackTo() throws Exception {
        broker.stream("rare", Duration.ofSeconds(1));
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"subscribe\",\"streams\":[\"rare\"]}");
            Fields message = client.next(
                    "monitoring_data",
                    data -> object(data, "streams").get("memory").isEmpty());
            assertThat(message.get("cursor")).isEmpty();
        }
    }

    @Test
    void sendsWhatWasMissedAndThenThePresent() throws Exception {
        String cursor;
        try (TestClient before = new TestClient(http, broker.uri("/"))) {
            cursor = text(before.next("monitoring_data"), "cursor");
        }
        for (int i = 2; i <= 40; i++) {
            broker.write(i == 9 ? RecordKind.FAILED : RecordKind.OK, "{\"n\":" + i + "}");
        }
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            Fields answer = since(client, cursor);
            assertThat(answer.get("recovered")).contains(new Value.Flag(true));
            for (int i = 2; i <= 40; i++) {
                Fields message = client.next("monitoring_data");
                assertThat(message.get("replayed")).contains(new Value.Flag(true));
                assertThat(sequence(message)).isEqualTo(i);
                Fields where = object(message, i == 9 ? "no_data" : "data");
                assertThat(object(where, "memory").get("n")).contains(new Value.Whole(i));
            }
            assertThat(client.next("monitoring_data").get("replayed")).isEmpty();
        }
    }

    @Test
    void leavesOutAllButTheNewestOfEachIntervalOnRequest() throws Exception {
        for (int i = 2; i <= 200; i++) {
            broker.write(RecordKind.OK, "{\"n\":" + i + "}");
        }
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"subscribe\",\"since\":\"10m\",\"interval\":60,\"fields\":[\"memory.n\"]}");
            client.next("subscribed");
            Fields message =
                    client.next("monitoring_data", one -> one.get("replayed").isPresent());
            while (sequence(message) < 200) {
                assertThat(sequence(message)).as("a minute's newest").isGreaterThan(2);
                message = client.next("monitoring_data");
            }
            assertThat(object(object(message, "data"), "memory").get("n")).contains(new Value.Whole(200));
        }
    }

    @Test
    void saysWhatIsNoLongerKept() throws Exception {
        SnapshotAppender disk = broker.stream("disk", Duration.ofMillis(100));
        append(disk);
        try (TestClient before = new TestClient(http, broker.uri("/"))) {
            String cursor = text(before.next("monitoring_data", message -> has(message, "disk")), "cursor");
            append(disk);
            append(disk);
            disk = broker.loseFiles(disk, "disk");
            append(disk);
            before.next("monitoring_data", message -> text(message, "cursor").contains("disk:4."));
            try (TestClient client = new TestClient(http, broker.uri("/"))) {
                Fields answer = since(client, cursor);
                assertThat(answer.get("recovered")).contains(new Value.Flag(false));
                assertThat(answer.get("reasons").orElseThrow().toString())
                        .contains("stream disk: records 2 to 3 are no longer kept");
                Fields gap = client.next("gap");
                assertThat(gap.get("first")).contains(new Value.Whole(2));
                assertThat(gap.get("last")).contains(new Value.Whole(3));
                assertThat(gap.get("replayed")).contains(new Value.Flag(true));
                Fields message = client.next("monitoring_data", one -> has(one, "disk"));
                assertThat(message.get("replayed")).contains(new Value.Flag(true));
                assertThat(object(object(message, "streams"), "disk").get("sequence"))
                        .contains(new Value.Whole(4));
            }
        }
    }

    private static void append(SnapshotAppender stream) {
        stream.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean has(Fields message, String stream) {
        return object(message, "data").get(stream).isPresent();
    }

    @Test
    void recognisesAStreamThatBeganAnew() throws Exception {
        broker.write(RecordKind.OK, "{\"n\":2}");
        broker.write(RecordKind.OK, "{\"n\":3}");
        assertThat(reason("memory:2.1")).contains("another record 2");
        assertThat(reason("memory:700.1")).contains("no record 700");
        assertThat(reason("lamp:1.1,memory:2.1")).contains("no stream lamp");
    }

    /** All that is newer is sent nevertheless. */
    private String reason(String cursor) throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            Fields answer = since(client, cursor);
            assertThat(answer.get("recovered")).contains(new Value.Flag(false));
            for (int i = 1; i <= 3; i++) {
                assertThat(sequence(client.next("monitoring_data"))).isEqualTo(i);
            }
            return answer.get("reasons").orElseThrow().toString();
        }
    }

    /** Who asked for everything is not skipped when it reads slowly: it gets what it could not take from the queue. */
    @Test
    void sendsEverythingToWhoReadsSlowly() throws Exception {
        try (TestClient other = new TestClient(http, broker.uri("/"));
                RawClient slow = new RawClient(broker.port())) {
            slow.send("{\"type\":\"subscribe\",\"since\":\"1m\"}");
            slow.message("subscribed");
            for (int i = 2; i <= 30; i++) {
                long sequence = broker.write(RecordKind.OK, LARGE);
                other.next("monitoring_data", message -> sequence(message) == sequence);
            }
            long last = 0;
            int replayed = 0;
            while (last < 30) {
                Fields message = slow.message("monitoring_data");
                assertThat(sequence(message)).isBetween(last, last + 1);
                assertThat(message.get("skipped")).isEmpty();
                last = sequence(message);
                replayed += message.get("replayed").isPresent() ? 1 : 0;
            }
            assertThat(replayed).isGreaterThan(10);
        }
    }

    private static Fields since(TestClient client, String since) throws Exception {
        client.send("{\"type\":\"subscribe\",\"since\":\"" + since + "\"}");
        return client.next("subscribed");
    }

    private static long sequence(Fields message) {
        return ((Value.Whole) object(object(message, "streams"), "memory")
                        .get("sequence")
                        .orElseThrow())
                .value();
    }
}
