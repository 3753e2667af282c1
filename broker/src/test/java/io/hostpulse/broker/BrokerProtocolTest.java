package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The protocol as a client sees it: a real broker, a real socket, the client that comes with Java. */
class BrokerProtocolTest extends HttpFixture {

    BrokerProtocolTest() {
        super("broker.max_clients=2", "broker.max_message_size=64KB");
    }

    @Test
    void greetsOnAnyPathAndSendsDataWithoutBeingAsked() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/any/path?x=1"))) {
            Fields hello = client.first();
            assertThat(text(hello, "type")).isEqualTo("connection");
            assertThat(text(hello, "status")).isEqualTo("connected");
            assertThat(text(hello, "protocol")).isEqualTo("hostpulse.v1");
            assertThat(hello.get("interval")).contains(new Value.Real(0.1));
            assertThat(hello.values()).containsKeys("message", "timestamp", "server_version", "host", "streams");

            Fields data = client.next("monitoring_data");
            assertThat(text(data, "timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
            assertThat(object(object(data, "data"), "memory").get("percentage")).contains(new Value.Real(50.0));
            assertThat(text(data, "cursor")).startsWith("memory:1.");
        }
    }

    @Test
    void livesOnWhenAStreamIsRemoved() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.next("monitoring_data");
            broker.removeStream();
            Fields last = client.next("monitoring_data", BrokerProtocolTest::memoryIsStale);
            Fields next = client.next("monitoring_data");
            assertThat(text(next, "timestamp")).isGreaterThan(text(last, "timestamp"));
        }
    }

    @Test
    void sendsWhatWasWrittenAndHowOldItIs() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.next("monitoring_data");
            long sequence = broker.write(RecordKind.OK, "{\"percentage\":51.5}");
            Fields data = client.next("monitoring_data", message -> sequenceOfMemory(message) == sequence);
            assertThat(object(object(data, "data"), "memory").get("percentage")).contains(new Value.Real(51.5));
            Fields stale = client.next("monitoring_data", BrokerProtocolTest::memoryIsStale);
            assertThat(sequenceOfMemory(stale)).isEqualTo(sequence);
        }
    }

    @Test
    void saysWhyThereIsNoDataInsteadOfSendingOldOrZero() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            broker.write(RecordKind.FAILED, "{\"state\":\"failed\",\"reason\":\"no answer within 2 s\"}");
            Fields message = client.next("monitoring_data", data -> sequenceOfMemory(data) == 2);
            assertThat(object(message, "data").get("memory")).isEmpty();
            assertThat(text(object(object(message, "no_data"), "memory"), "reason"))
                    .isEqualTo("no answer within 2 s");
        }
    }

    @Test
    void tellsWhyAWriterHasStoppedWriting() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            broker.writerSays("no disk space: 412 MB free, 500 MB needed");
            Fields message = client.next("monitoring_data", BrokerProtocolTest::memoryIsMissing);
            Fields reason = object(object(message, "no_data"), "memory");
            assertThat(text(reason, "state")).isEqualTo("unavailable");
            assertThat(text(reason, "reason")).isEqualTo("no disk space: 412 MB free, 500 MB needed");
            assertThat(memoryIsStale(message)).isTrue();
            broker.writerSays("");
            broker.write(RecordKind.OK, "{\"percentage\":52.5}");
            client.next("monitoring_data", data -> !memoryIsMissing(data));
        }
    }

    @Test
    void answersEveryCommandWithTheIdItCameWith() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"ping\",\"id\":7}");
            assertThat(client.next("pong").get("id")).contains(new Value.Whole(7));
            client.send("{\"type\":\"get_status\",\"id\":\"s\"}");
            Fields status = client.next("status");
            assertThat(status.get("id")).contains(new Value.Text("s"));
            assertThat(status.get("connected_clients")).contains(new Value.Whole(1));
            assertThat(status.values()).containsKeys("server_start_time", "message");
            client.sendBinary("{\"type\":\"ping\"}");
            assertThat(client.next("pong").get("id")).isEmpty();
        }
    }

    @Test
    void stopsAndResumesOnRequest() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"unsubscribe\"}");
            client.next("unsubscribed");
            assertThat(client.isQuietFor(350)).isTrue();
            client.send("{\"type\":\"subscribe\"}");
            assertThat(client.next("subscribed").values()).containsKeys("streams", "interval");
            client.next("monitoring_data");
        }
    }

    @Test
    void answersNonsenseWithAnErrorAndLivesOn() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            for (String nonsense :
                    new String[] {"", "hello", "[1]", "{\"type\":3}", "{}", "{\"a\":1,\"a\":2}", "1e999"}) {
                client.send(nonsense);
                assertThat(text(client.next("error"), "code")).isEqualTo("INVALID_FORMAT");
            }
            client.send("{\"type\":\"dance\",\"id\":1}");
            Fields error = client.next("error");
            assertThat(text(error, "code")).isEqualTo("UNKNOWN_TYPE");
            assertThat(text(error, "message")).contains("'dance'").contains("get_status");
            client.send("{\"type\":\"ping\"}");
            client.next("pong");
        }
    }

    @Test
    void turnsAwayOneClientTooMany() throws Exception {
        try (TestClient first = new TestClient(http, broker.uri("/"));
                TestClient second = new TestClient(http, broker.uri("/"))) {
            first.next("monitoring_data");
            second.next("monitoring_data");
            try (TestClient third = new TestClient(http, broker.uri("/"))) {
                assertThat(third.closeCode()).isEqualTo(1013);
            }
        }
    }

    @Test
    void refusesAMessageThatIsTooLong() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("\"" + "x".repeat(70_000) + "\"");
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void saysGoodbyeWhenItStops() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.next("monitoring_data");
            broker.close();
            assertThat(client.closeCode()).isEqualTo(1001);
        } finally {
            broker = new RunningBroker(root.resolve("again"));
        }
    }

    @Test
    void servesAPageAndAHealthProbe() throws Exception {
        assertThat(get("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(get("/").body()).contains("<title>Hostpulse</title>");
        HttpResponse<String> missing = get("/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private static long sequenceOfMemory(Fields message) {
        return ((Value.Whole) memoryState(message).values().get("sequence")).value();
    }

    private static boolean memoryIsMissing(Fields message) {
        return object(message, "data").get("memory").isEmpty();
    }

    private static boolean memoryIsStale(Fields message) {
        return ((Value.Flag) memoryState(message).values().get("stale")).value();
    }

    private static Fields memoryState(Fields message) {
        return object(object(message, "streams"), "memory");
    }
}
