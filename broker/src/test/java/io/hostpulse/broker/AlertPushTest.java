package io.hostpulse.broker;

import static io.hostpulse.broker.TestClient.object;
import static io.hostpulse.broker.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Changes of alerts as clients get them, and what clients can order. */
class AlertPushTest extends HttpFixture {

    private FakeAlerter alerter;

    AlertPushTest() {
        super("broker.send_timeout=1m");
    }

    @Override
    void prepare() throws Exception {
        alerter = new FakeAlerter(root);
        alerter.changed("fired", FakeAlerter.alert("old", AlertState.FIRING, FakeAlerter.now()));
        alerter.shows(FakeAlerter.now(), Fields.NONE);
    }

    @Override
    void tidyUp() throws Exception {
        alerter.close();
    }

    @Test
    void tellsEveryChangeInOrderToThoseWhoWantIt() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"));
                TestClient other = new TestClient(http, broker.uri("/"))) {
            listen(client);
            other.next("monitoring_data");
            long now = FakeAlerter.now();
            for (int i = 0; i < 50; i++) {
                alerter.changed("fired", FakeAlerter.alert("a" + i, AlertState.FIRING, now));
                alerter.changed("resolved", FakeAlerter.alert("a" + i, AlertState.RESOLVED, now));
            }
            for (int i = 0; i < 100; i++) {
                Fields message = client.next("alert");
                assertThat(text(message, "event")).isEqualTo(i % 2 == 0 ? "fired" : "resolved");
                assertThat(text(object(message, "alert"), "id")).isEqualTo("a" + i / 2);
                assertThat(message.values()).containsKeys("timestamp", "sequence");
            }
            other.send("{\"type\":\"ping\"}");
            other.next("pong", pong -> true);
            assertThat(other.sawNo("alert")).isTrue();
        }
    }

    @Test
    void isSilentAgainAfterUnsubscribe() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"));
                TestClient witness = new TestClient(http, broker.uri("/"))) {
            listen(client);
            listen(witness);
            client.send("{\"type\":\"unsubscribe\"}");
            client.next("unsubscribed");
            alerter.changed("fired", FakeAlerter.alert("a1", AlertState.FIRING, FakeAlerter.now()));
            witness.next("alert");
            client.send("{\"type\":\"ping\"}");
            client.next("pong");
            assertThat(client.sawNo("alert")).isTrue();
        }
    }

    @Test
    void closesAClientThatIsAThousandAlertsBehind() throws Exception {
        try (Socket slow = connect();
                TestClient other = new TestClient(http, broker.uri("/"))) {
            listen(other);
            // The sockets' buffers take about a hundred kilobytes before anything waits.
            String id = "x".repeat(2000);
            for (int i = 0; i < 600; i++) {
                alerter.changed("fired", FakeAlerter.alert(id + i, AlertState.FIRING, FakeAlerter.now()));
                alerter.changed("resolved", FakeAlerter.alert(id + i, AlertState.RESOLVED, FakeAlerter.now()));
            }
            for (int i = 0; i < 1200; i++) {
                other.next("alert");
            }
            assertThat(readUntil(slow.getInputStream(), "1000 alerts wait for you"))
                    .isTrue();
        }
    }

    @Test
    void answersAnOrderWithItsId() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"set_threshold\",\"id\":5,\"rule\":\"memory\",\"levels\":{\"WARNING\":85}}");
            Fields order = alerter.answerNext(asked -> "");
            assertThat(text(order, "action")).isEqualTo("threshold");
            Fields done = client.next("done");
            assertThat(text(done, "action")).isEqualTo("set_threshold");
            assertThat(done.get("id")).contains(new Value.Whole(5));

            client.send("{\"type\":\"unsilence\",\"id\":\"u\",\"silence\":\"s\"}");
            alerter.answerNext(asked -> "there is no silence 's'");
            Fields refused = client.next("error");
            assertThat(text(refused, "code")).isEqualTo("REFUSED");
            assertThat(text(refused, "message")).isEqualTo("there is no silence 's'");
            assertThat(refused.get("id")).contains(new Value.Text("u"));
        }
    }

    @Test
    void saysWhatIsWrongWithAnOrder() throws Exception {
        try (TestClient client = new TestClient(http, broker.uri("/"))) {
            client.send("{\"type\":\"acknowledge\",\"id\":1}");
            Fields error = client.next("error");
            assertThat(text(error, "code")).isEqualTo("INVALID_ARGUMENT");
            assertThat(error.get("id")).contains(new Value.Whole(1));
            client.send("{\"type\":\"subscribe\",\"alerts\":\"yes\"}");
            assertThat(text(client.next("error"), "code")).isEqualTo("INVALID_ARGUMENT");
        }
    }

    @Test
    void opensNoWebSocketToAPageOfAnotherServer() {
        assertThatThrownBy(() -> new TestClient(http, broker.uri("/"), "http://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static void listen(TestClient client) throws Exception {
        client.send("{\"type\":\"subscribe\",\"alerts\":true}");
        assertThat(client.next("subscribed").get("alerts")).contains(new Value.Flag(true));
    }

    private Socket connect() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()));
        socket.setSoTimeout(10_000);
        byte[] mask = {0, 0, 0, 0};
        byte[] subscribe = "{\"type\":\"subscribe\",\"alerts\":true}".getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 101");
        socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) (0x80 | subscribe.length)});
        socket.getOutputStream().write(mask);
        socket.getOutputStream().write(subscribe);
        assertThat(readUntil(socket.getInputStream(), "\"subscribed\"")).isTrue();
        return socket;
    }

    private static boolean readUntil(InputStream in, String marker) throws Exception {
        int matched = 0;
        int b = in.read();
        while (b >= 0 && matched < marker.length()) {
            matched = b == marker.charAt(matched) ? matched + 1 : b == marker.charAt(0) ? 1 : 0;
            b = matched == marker.length() ? b : in.read();
        }
        return matched == marker.length();
    }
}
