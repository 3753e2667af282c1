package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml against real messages: each is documented, and whatever is documented was seen. */
class AsyncApiTest extends BrokerFixture {

    private static final List<String> ORDERS = List.of(
            "{\"type\":\"acknowledge\",\"alert\":\"a1\",\"text\":\"mine\"}",
            "{\"type\":\"resolve\",\"alert\":\"a1\"}",
            "{\"type\":\"note\",\"alert\":\"a1\",\"text\":\"x\",\"id\":1}",
            "{\"type\":\"silence\",\"match\":{\"rule\":[\"memory\"]},\"duration\":\"2h\",\"comment\":\"work\"}",
            "{\"type\":\"unsilence\",\"silence\":\"s1\"}",
            "{\"type\":\"set_threshold\",\"rule\":\"memory\",\"levels\":{\"WARNING\":85,\"CRITICAL\":95}}");

    private final PayloadReader reader = new PayloadReader();
    private final Set<String> met = new TreeSet<>();
    private OpenApi asyncApi;
    private FakeAlerter alerter;

    @Override
    void prepare() throws Exception {
        asyncApi = OpenApi.read(Path.of("..", "docs", "asyncapi.yaml"));
        alerter = new FakeAlerter(root);
        alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, FakeAlerter.now()));
        alerter.shows(FakeAlerter.now(), Fields.NONE);
    }

    @Override
    void tidyUp() throws Exception {
        alerter.close();
    }

    @Test
    void everyMessageIsDocumentedAndNoOther() throws Exception {
        try (RawClient client = new RawClient(broker.port())) {
            expect(client, "connection");
            expect(client, "monitoring_data");
            ask(client, "{\"type\":\"ping\"}", "pong");
            ask(client, "{\"type\":\"get_status\",\"id\":\"s\"}", "status");
            ask(client, "{\"type\":\"unsubscribe\"}", "unsubscribed");
            for (int i = 0; i < 5; i++) {
                broker.write(i == 3 ? RecordKind.FAILED : RecordKind.OK, "{\"state\":\"x\",\"reason\":\"y\"}");
            }
            ask(
                    client,
                    "{\"type\":\"subscribe\",\"streams\":[\"*\"],\"interval\":0.1,\"alerts\":true,\"delta\":true,"
                            + "\"key_every\":100,\"since\":\"10m\",\"id\":2}",
                    "subscribed");
            expect(client, "monitoring_data_replayed");
            expect(client, "monitoring_data_delta");
            alerter.changed("acknowledged", FakeAlerter.alert("a1", AlertState.ACKNOWLEDGED, FakeAlerter.now()));
            expect(client, "alert");
            broker.write(RecordKind.FAILED, "{\"state\":\"failed\",\"reason\":\"no answer\"}");
            expect(client, "monitoring_data_delta");
            for (String order : ORDERS) {
                sent(client, order);
                alerter.answerNext(asked -> "=7");
                expect(client, "done");
            }
            client.send("{\"type\":\"dance\"}");
            expect(client, "error");
            client.send("{\"type\":\"subscribe\",\"fields\":[\"memory.state\"],\"since\":\"memory:1.1\",\"x\":1}");
            expect(client, "subscribed");
            expect(client, "monitoring_data_replayed");
        }
        loseRecords();
        assertThat(met).isEqualTo(asyncApi.messages());
    }

    private void loseRecords() throws Exception {
        SnapshotAppender disk = broker.stream("disk", Duration.ofMillis(100));
        append(disk);
        try (RawClient client = new RawClient(broker.port())) {
            String cursor = cursorWith(client, "disk:1.");
            append(disk);
            disk = broker.loseFiles(disk, "disk");
            append(disk);
            cursorWith(client, "disk:3.");
            client.send("{\"type\":\"subscribe\",\"since\":\"" + cursor + "\"}");
            expect(client, "subscribed");
            expect(client, "gap");
            broker.stop();
            expect(client, "goodbye");
        }
    }

    private static String cursorWith(RawClient client, String place) throws IOException {
        String cursor = "";
        while (!cursor.contains(place)) {
            cursor = text(client.message("monitoring_data"), "cursor");
        }
        return cursor;
    }

    private static void append(SnapshotAppender stream) {
        stream.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private void ask(RawClient client, String message, String answer) throws IOException {
        sent(client, message);
        expect(client, answer);
    }

    private void sent(RawClient client, String message) throws IOException {
        check(reader.read(message.getBytes(StandardCharsets.UTF_8)));
        client.send(message);
    }

    /** The next message of a kind; those before it are checked as well. */
    private void expect(RawClient client, String kind) throws IOException {
        boolean found = false;
        while (!found) {
            found = check(client.message()).equals(kind);
        }
    }

    private String check(Fields message) {
        String kind = kind(message);
        met.add(kind);
        assertThat(asyncApi.complaints(kind, message)).as("%s", message).isEmpty();
        return kind;
    }

    private static String kind(Fields message) {
        String type = text(message, "type");
        if (!type.equals("monitoring_data")) {
            return type;
        }
        Value yes = new Value.Flag(true);
        boolean isReplayed = message.get("replayed").filter(yes::equals).isPresent();
        boolean isDelta = message.get("delta").filter(yes::equals).isPresent();
        return type + (isReplayed ? "_replayed" : "") + (isDelta ? "_delta" : "");
    }
}
