package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.BINARY;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.PING;
import static io.hostpulse.broker.RawSocket.PONG;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames, pings, reserved bits and opcodes: RFC 6455 sections 5.1, 5.2 and 5.5; groups 1 to 4 of the public suite. This server echoes
 * nothing, so a message that it must understand is a command with an {@code id}, which the answer repeats.
 */
class FramingTest {

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

    /** Around each change of the length's form: 7 bits, 16 bits, 64 bits is beyond what a message may have. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 1000, 60_000})
    void takesTextOfEveryLength(int length) throws Exception {
        client.isAnswered("x".repeat(length));
    }

    @Test
    void takesTextInBinaryFrames() throws Exception {
        client.frame(FIN | BINARY, RawSocket.ping("b"));
        client.assertPong("b");
    }

    @Test
    void answersAnEmptyMessageWithAnErrorAndLivesOn() throws Exception {
        client.frame(FIN | TEXT, "");
        assertThat(client.readAnswer().text()).contains("INVALID_FORMAT");
        client.frame(FIN | BINARY, new byte[] {0, 1, 2, (byte) 0xff});
        assertThat(client.readAnswer().text()).contains("INVALID_FORMAT");
        client.isAnswered("a");
    }

    @Test
    void takesManyFramesInOnePacketAndOneFrameInManyPackets() throws Exception {
        byte[] one =
                RawSocket.masked(FIN | TEXT, RawSocket.ping("1").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] three = new byte[3 * one.length];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(one, 0, three, i * one.length, one.length);
        }
        client.write(three);
        for (int i = 0; i < 3; i++) {
            client.assertPong("1");
        }
        for (byte octet : one) {
            client.write(new byte[] {octet});
        }
        client.assertPong("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 124, 125})
    void answersAPingWithItsPayload(int length) throws Exception {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        client.frame(FIN | PING, payload);
        RawSocket.Frame pong = client.readAnswer();
        assertThat(pong.opcode()).isEqualTo(PONG);
        assertThat(pong.payload()).isEqualTo(payload);
    }

    @Test
    void answersEachOfManyPingsInTheirOrder() throws Exception {
        for (int i = 0; i < 10; i++) {
            client.frame(FIN | PING, "payload-" + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(client.readAnswer().text()).isEqualTo("payload-" + i);
        }
    }

    @Test
    void answersAPingThatComesByteByByte() throws Exception {
        for (byte octet : RawSocket.masked(FIN | PING, new byte[125])) {
            client.write(new byte[] {octet});
        }
        assertThat(client.readAnswer().payload()).isEqualTo(new byte[125]);
    }

    @Test
    void passesOverPongsThatNobodyAskedFor() throws Exception {
        client.frame(FIN | PONG, "");
        client.frame(FIN | PONG, "unsolicited");
        client.isAnswered("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {FIN | PING, FIN | PONG, FIN | RawSocket.CLOSE})
    void refusesAControlFrameOfMoreThan125Bytes(int first) throws Exception {
        client.write(RawSocket.header(first, 126));
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG, RawSocket.CLOSE})
    void refusesAControlFrameInFragments(int first) throws Exception {
        client.frame(first, "x");
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70})
    void refusesReservedBitsInMessagesAndControlFrames(int bits) throws Exception {
        client.frame(FIN | bits | TEXT, RawSocket.ping("r"));
        client.assertClosedWith(1002);
        try (RawSocket other = RawSocket.quiet(broker.port())) {
            other.frame(FIN | bits | PING, "");
            other.assertClosedWith(1002);
        }
    }

    @Test
    void answersWhatCameBeforeAViolation() throws Exception {
        client.send(RawSocket.ping("before"));
        client.frame(FIN | 0x40 | TEXT, RawSocket.ping("wrong"));
        client.send(RawSocket.ping("after"));
        client.assertPong("before");
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void refusesReservedOpcodes(int opcode) throws Exception {
        client.frame(FIN | opcode, "");
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"81 02 7b 7d", "89 00", "88 00", "82 7e 00 80"})
    void refusesFramesWithoutMask(String hex) throws Exception {
        client.writeHex(hex);
        client.assertClosedWith(1002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"81 fe 00 7d", "81 ff 00 00 00 00 00 00 ff ff", "81 ff 80 00 00 00 00 00 00 01"})
    void refusesLengthsThatAreNotInTheirShortestFormOrNegative(String hex) throws Exception {
        client.writeHex(hex);
        client.assertClosedWith(1002);
    }

    @Test
    void refusesAtTheFirstWrongByteOfAHeader() throws Exception {
        client.writeHex("c1");
        client.assertClosedWith(1002);
    }
}
