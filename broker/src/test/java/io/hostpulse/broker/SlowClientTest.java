package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Value;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that does not read, on a socket whose buffers are soon full. */
class SlowClientTest {

    /** Fills the socket's buffers within a few messages. */
    private static final String LARGE = "{\"filler\":\"" + "x".repeat(400_000) + "\"}";

    @TempDir
    Path root;

    @Test
    void getsTheNewestMessageAndTheCountOfWhatItMissed() throws Exception {
        try (RunningBroker broker = new RunningBroker(root);
                Socket slow = connect(broker);
                TestClient other = new TestClient(HttpClient.newHttpClient(), broker.uri("/"))) {
            broker.write(RecordKind.OK, LARGE);
            for (int i = 0; i < 15; i++) {
                other.next("monitoring_data"); // nobody waits for the slow one
            }
            long missed = readUntilSkipped(new BufferedInputStream(slow.getInputStream()));
            assertThat(missed).isPositive();
            // On a busy machine it may miss one itself.
            other.next("monitoring_data", message -> message.get("skipped").isEmpty());
        }
    }

    @Test
    void isClosedWhenItTakesNothingForTooLong() throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.send_timeout=1s");
                Socket slow = connect(broker);
                TestClient other = new TestClient(HttpClient.newHttpClient(), broker.uri("/"))) {
            broker.write(RecordKind.OK, LARGE);
            Value alone = new Value.Whole(1);
            boolean closed = false;
            for (int i = 0; i < 100 && !closed; i++) {
                other.next("monitoring_data");
                other.send("{\"type\":\"get_status\"}");
                closed = other.next("status")
                        .get("connected_clients")
                        .orElseThrow()
                        .equals(alone);
            }
            assertThat(closed).isTrue();
            assertThat(slow.isConnected()).isTrue();
        }
    }

    private static Socket connect(RunningBroker broker) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()));
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** Reads until a message says that some were skipped; the field stands at the message's end. */
    private static long readUntilSkipped(InputStream in) throws Exception {
        String marker = "\"skipped\":";
        int matched = 0;
        while (matched < marker.length()) {
            int b = in.read();
            assertThat(b).as("end of stream").isNotNegative();
            if (b == marker.charAt(matched)) {
                matched++;
            } else {
                matched = b == marker.charAt(0) ? 1 : 0;
            }
        }
        StringBuilder digits = new StringBuilder();
        for (int b = in.read(); Character.isDigit(b); b = in.read()) {
            digits.append((char) b);
        }
        return Long.parseLong(digits.toString());
    }
}
