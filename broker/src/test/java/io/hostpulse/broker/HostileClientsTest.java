package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.CONTINUATION;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.PING;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that want to cost something: each is told off with the right code, others do not notice, and the memory does not grow; groups
 * 9 and 10 of the public suite, as limits.
 */
class HostileClientsTest {

    private static final long MB = 1 << 20;

    /** What the broker may need for any of this. The tests' own clients live in the same heap. */
    private static final long MOST_MEMORY = 10 * MB;

    @TempDir
    static Path root;

    private static RunningBroker broker;

    private final List<RawSocket> clients = new ArrayList<>();
    private RawSocket other;
    private long before;

    @BeforeAll
    static void start() throws Exception {
        broker = new RunningBroker(root, "broker.interval=1h", "broker.max_message_size=64KB");
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @BeforeEach
    void connectAnother() throws Exception {
        other = RawSocket.quiet(broker.port());
        before = memory();
    }

    @AfterEach
    void othersNoticeNothing() throws Exception {
        other.isAnswered("undisturbed");
        assertThat(memory() - before).isLessThan(MOST_MEMORY);
        for (RawSocket client : clients) {
            client.close();
        }
        other.close();
    }

    private RawSocket connect() throws Exception {
        RawSocket client = RawSocket.quiet(broker.port());
        clients.add(client);
        return client;
    }

    private static long memory() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return heap
                + ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                        .metric()
                        .usedDirectMemory();
    }

    @ParameterizedTest
    @ValueSource(longs = {64 * 1024 + 1, MB, 16 * MB, 1L << 32, Long.MAX_VALUE})
    void refusesALongFrameByItsHeader(long length) throws Exception {
        RawSocket client = connect();
        client.write(RawSocket.header(FIN | TEXT, length));
        client.assertClosedWith(1009);
    }

    @Test
    void tellsEvenAClientThatGoesOnSending() throws Exception {
        RawSocket client = connect();
        client.write(RawSocket.header(FIN | TEXT, 2 * MB));
        client.writeQuietly(new byte[(int) (2 * MB)]);
        client.assertClosedWith(1009);
    }

    @Test
    void takesTheLongestMessageAndNoByteMore() throws Exception {
        RawSocket client = connect();
        String frame =
                RawSocket.ping("a") + " ".repeat(64 * 1024 - RawSocket.ping("a").length());
        client.send(frame);
        client.assertPong("a");
        client.frame(TEXT, frame.substring(0, 1000));
        client.write(RawSocket.header(FIN | CONTINUATION, 64 * 1024 - 999));
        client.assertClosedWith(1009);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2000})
    void endsFragmentsWithoutEnd(int length) throws Exception {
        RawSocket client = connect();
        client.frame(TEXT, "");
        byte[] fragments = repeated(RawSocket.masked(CONTINUATION, new byte[length]), 400);
        client.writeQuietly(fragments);
        client.assertClosedWith(length == 2000 ? 1009 : 1008);
    }

    @Test
    void endsAFloodOfPings() throws Exception {
        RawSocket client = connect();
        client.writeQuietly(repeated(RawSocket.masked(FIN | PING, new byte[125]), 2000));
        assertThat(lastOf(client)).isEqualTo(1008);
    }

    @Test
    void endsAFloodOfQuestionsAndAnswersThoseBefore() throws Exception {
        RawSocket client = connect();
        client.writeQuietly(repeated(
                RawSocket.masked(
                        FIN | TEXT, "{\"type\":\"get_status\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                1000));
        assertThat(lastOf(client)).isEqualTo(1008);
    }

    @Test
    void letsAClientBeginWithABurst() throws Exception {
        RawSocket client = connect();
        for (int i = 0; i < 150; i++) {
            client.send(RawSocket.ping("" + i));
        }
        for (int i = 0; i < 150; i++) {
            client.assertPong("" + i);
        }
    }

    @Test
    void keepsFewUnfinishedMessagesOfAllClientsTogether() throws Exception {
        byte[] most = new byte[60_000];
        Arrays.fill(most, (byte) ' ');
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RawSocket client = connect();
            client.frame(TEXT, most);
            client.frame(FIN | PING, "");
            RawSocket.Frame answer = client.readAnswer();
            if (answer.opcode() == RawSocket.CLOSE) {
                ends.add(answer.code());
            }
        }
        assertThat(ends).isNotEmpty().containsOnly(1013);
        assertThat(ends).hasSizeLessThan(40);
    }

    private static byte[] repeated(byte[] frame, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }

    /** The code behind all answers. */
    private static int lastOf(RawSocket client) throws Exception {
        RawSocket.Frame frame = client.read();
        while (frame.opcode() != RawSocket.CLOSE) {
            frame = client.read();
        }
        return frame.code();
    }
}
