package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.BINARY;
import static io.hostpulse.broker.RawSocket.CONTINUATION;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.PING;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in fragments, RFC 6455 section 5.4; group 5 of the public suite. */
class FragmentationTest {

    @TempDir
    static Path root;

    private static RunningBroker broker;

    private RawSocket client;

    @BeforeAll
    static void start() throws Exception {
        broker = new RunningBroker(root, "broker.interval=1h", "broker.max_message_rate=10000");
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @BeforeEach
    void connect() throws Exception {
        client = RawSocket.quiet(broker.port());
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {TEXT, BINARY})
    void takesAMessageInFragments(int opcode) throws Exception {
        client.frame(opcode, "{\"type\":");
        client.frame(CONTINUATION, "\"ping\",");
        client.frame(FIN | CONTINUATION, "\"id\":\"f\"}");
        client.assertPong("f");
    }

    @Test
    void takesEmptyFragments() throws Exception {
        client.frame(TEXT, "");
        client.frame(CONTINUATION, RawSocket.ping("e"));
        client.frame(CONTINUATION, "");
        client.frame(FIN | CONTINUATION, "");
        client.assertPong("e");
    }

    @Test
    void takesAMessageInFragmentsOfOneByteEach() throws Exception {
        byte[] message = RawSocket.ping("é".repeat(200)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < message.length; i++) {
            int last = i == message.length - 1 ? FIN : 0;
            client.frame(last | (i == 0 ? TEXT : CONTINUATION), Arrays.copyOfRange(message, i, i + 1));
        }
        client.assertPong("é".repeat(200));
    }

    @Test
    void answersPingsBetweenFragments() throws Exception {
        client.frame(TEXT, "{\"type\":\"ping\",");
        client.frame(FIN | PING, "between");
        assertThat(client.readAnswer().text()).isEqualTo("between");
        client.frame(CONTINUATION, "\"id\":");
        client.frame(FIN | PING, "again");
        client.frame(FIN | CONTINUATION, "\"p\"}");
        assertThat(client.readAnswer().text()).isEqualTo("again");
        client.assertPong("p");
    }

    @Test
    void takesOneMessageAfterTheOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            client.frame(TEXT, "{\"type\":\"ping\",");
            client.frame(FIN | CONTINUATION, "\"id\":\"" + i + "\"}");
            client.assertPong(Integer.toString(i));
            client.isAnswered("whole");
        }
    }

    @Test
    void closesInTheMiddleOfAMessage() throws Exception {
        client.frame(TEXT, "{\"type\":");
        client.frame(FIN | RawSocket.CLOSE, new byte[] {3, (byte) 0xe8});
        client.assertClosedWith(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {CONTINUATION, FIN | CONTINUATION})
    void refusesAContinuationOfNothing(int first) throws Exception {
        client.frame(first, "x");
        client.assertClosedWith(1002);
    }

    @Test
    void refusesAContinuationBehindAWholeMessage() throws Exception {
        client.isAnswered("whole");
        client.frame(FIN | CONTINUATION, "x");
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {TEXT, BINARY, FIN | TEXT, FIN | BINARY})
    void refusesAMessageInsideAnother(int first) throws Exception {
        client.frame(TEXT, "{\"type\":");
        client.frame(first, "\"ping\"}");
        client.assertClosedWith(1002);
    }

    @Test
    void understandsEveryWayToCutFragmentsAndPackets() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        for (int round = 0; round < 100; round++) {
            String id = "n" + round + "ü€😀".repeat(random.nextInt(20));
            sendCut(RawSocket.ping(id).getBytes(StandardCharsets.UTF_8), random);
            client.assertPong(id);
        }
    }

    private void sendCut(byte[] message, Random random) throws Exception {
        int at = 0;
        while (at < message.length) {
            int end = Math.min(message.length, at + random.nextInt(40));
            int first = (at == 0 && end > 0 ? TEXT : CONTINUATION) | (end == message.length ? FIN : 0);
            if (end > at) {
                byte[] frame = RawSocket.masked(first, Arrays.copyOfRange(message, at, end));
                int cut = random.nextInt(frame.length);
                client.write(Arrays.copyOf(frame, cut));
                client.write(Arrays.copyOfRange(frame, cut, frame.length));
            }
            at = end;
        }
    }
}
