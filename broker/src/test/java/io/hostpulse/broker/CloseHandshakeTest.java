package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.CLOSE;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The closing handshake from both sides, RFC 6455 sections 5.5.1, 7.1 and 7.4; group 7 of the public suite. */
class CloseHandshakeTest extends BrokerFixture {

    private RawSocket client;

    CloseHandshakeTest() {
        super("broker.max_clients=1");
    }

    @BeforeEach
    void connect() throws Exception {
        client = RawSocket.quiet(broker.port());
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    @Test
    void answersACloseFrameWithoutCode() throws Exception {
        client.frame(FIN | CLOSE, "");
        RawSocket.Frame answer = client.readAnswer();
        assertThat(answer.opcode()).isEqualTo(CLOSE);
        assertThat(answer.payload()).isEmpty();
        client.assertEnd();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    void answersWithTheCodeItWasGiven(int code) throws Exception {
        client.frame(FIN | CLOSE, payload(code, "the reason, at will: κόσμε"));
        client.assertClosedWith(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
    void refusesCodesThatMustNotBeSent(int code) throws Exception {
        client.frame(FIN | CLOSE, payload(code, ""));
        client.assertClosedWith(1002);
    }

    @Test
    void refusesHalfACode() throws Exception {
        client.frame(FIN | CLOSE, new byte[] {3});
        client.assertClosedWith(1002);
    }

    @Test
    void takesTheLongestReason() throws Exception {
        client.frame(FIN | CLOSE, payload(1000, "r".repeat(123)));
        client.assertClosedWith(1000);
    }

    @Test
    void refusesAReasonThatIsNoText() throws Exception {
        client.frame(FIN | CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xce, (byte) 0xba, (byte) 0xe1});
        client.assertClosedWith(1007);
    }

    @Test
    void hearsNothingBehindTheGoodbye() throws Exception {
        client.frame(FIN | CLOSE, payload(1000, ""));
        client.writeQuietly(RawSocket.masked(FIN | TEXT, RawSocket.ping("late").getBytes(StandardCharsets.UTF_8)));
        client.writeQuietly(RawSocket.masked(FIN | RawSocket.PING, new byte[0]));
        RawSocket.Frame answer = client.readAnswer();
        assertThat(answer.opcode()).isEqualTo(CLOSE);
        assertThat(answer.code()).isEqualTo(1000);
        assertThat(client.isEnded()).isTrue();
    }

    @Test
    void letsGoOfAClientThatEndsTheConnectionWithoutAWord() throws Exception {
        client.finish();
        client.assertEnd();
    }

    @Test
    void tellsAClientForWhichThereIsNoRoom() throws Exception {
        try (RawSocket other = RawSocket.connect(broker.port())) {
            other.write(RawSocket.HANDSHAKE);
            assertThat(other.readHead()).startsWith("HTTP/1.1 101 ");
            other.assertClosedWith(1013);
        }
        client.isAnswered("still here");
    }

    @Test
    void saysGoodbyeWhenItStopsAndWhenToComeBack() throws Exception {
        Thread stopping = new Thread(() -> broker.stop());
        stopping.start();
        assertThat(client.readAnswer().text())
                .matches("\\{\"type\":\"goodbye\",\"message\":\"the server is stopping\",\"reconnect_in_ms\":\\d+}");
        RawSocket.Frame close = client.readAnswer();
        assertThat(close.opcode()).isEqualTo(CLOSE);
        assertThat(close.code()).isEqualTo(1001);
        assertThat(close.reason()).matches("the server is stopping: connect again in \\d+ ms");
        client.frame(FIN | CLOSE, payload(1001, ""));
        client.assertEnd();
        stopping.join();
    }

    private static byte[] payload(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array();
    }
}
