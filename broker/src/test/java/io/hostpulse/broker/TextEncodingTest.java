package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.CONTINUATION;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is UTF-8, and a wrong byte is told when it comes: RFC 6455 section 8.1; group 6 of the public suite. */
class TextEncodingTest {

    private static final HexFormat HEX = HexFormat.of();

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
    @ValueSource(
            strings = {
                "κόσμε",
                "Hello-µ@ßöäüàá-UTF-8!!",
                "\u0080",
                "\u07ff",
                "\u0800",
                "\uffff",
                "\ufffd",
                "\ud7ff",
                "\ue000",
                "\ufeff",
                "\ufffe",
                "😀",
                "\udbff\udfff",
                "\ud800\udc00",
            })
    void takesEveryCharacter(String text) throws Exception {
        client.isAnswered(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0 af",
                "c1 bf",
                "c2",
                "c2 20",
                "c3 28",
                "e0 80 af",
                "e0 9f bf",
                "e2 82",
                "e2 28 a1",
                "ed a0 80",
                "ed bf bf",
                "ed a0 80 ed b0 80",
                "ef bf",
                "f0 80 80 af",
                "f0 8f bf bf",
                "f0 90 80",
                "f4 90 80 80",
                "f5 80 80 80",
                "f7 bf bf bf",
                "f8 88 80 80 80",
                "fb bf bf bf bf",
                "fc 84 80 80 80 80",
                "fe",
                "ff",
                "fe fe ff ff",
                "ce ba e1 bd b9 cf 83 ce bc ce b5 ed a0 80 65 64 69 74 65 64",
            })
    void refusesWhatIsNoText(String hex) throws Exception {
        client.frame(FIN | TEXT, bytes(hex));
        client.assertClosedWith(1007);
    }

    @Test
    void takesACharacterThatIsCutByFragments() throws Exception {
        client.frame(TEXT, bytes("7b 22 74 79 70 65 22 3a 22 70 69 6e 67 22 2c 22 69 64 22 3a 22 f0"));
        client.frame(CONTINUATION, bytes("9f 98"));
        client.frame(FIN | CONTINUATION, bytes("80 22 7d"));
        client.assertPong("😀");
    }

    @Test
    void refusesACharacterThatIsCutByTheEnd() throws Exception {
        client.frame(TEXT, bytes("ce"));
        client.frame(FIN | CONTINUATION, bytes(""));
        client.assertClosedWith(1007);
    }

    @Test
    void refusesTheFragmentWithTheWrongByteAndDoesNotWaitForTheLast() throws Exception {
        client.frame(TEXT, bytes("ce ba e1 bd b9"));
        client.isPonged();
        client.frame(CONTINUATION, bytes("f4 90 80 80"));
        client.assertClosedWith(1007);
    }

    @Test
    void refusesTheWrongByteInAFrameThatIsNotWhole() throws Exception {
        client.write(RawSocket.header(FIN | TEXT, 1000));
        client.write(RawSocket.mask(bytes("ce ba e1 bd b9 f4"), 0));
        client.write(RawSocket.mask(bytes("90"), 6));
        client.assertClosedWith(1007);
    }

    @Test
    void refusesASecondByteThatCannotFollow() throws Exception {
        client.write(RawSocket.header(TEXT, 1000));
        client.write(RawSocket.mask(bytes("ed"), 0));
        client.write(RawSocket.mask(bytes("a0"), 1));
        client.assertClosedWith(1007);
    }

    @Test
    void doesNotCareWhatBinaryFramesHold() throws Exception {
        client.frame(RawSocket.BINARY, bytes("ff fe"));
        client.frame(FIN | CONTINUATION, bytes("c0 80"));
        assertThat(client.readAnswer().text()).contains("INVALID_FORMAT");
        client.isAnswered("a");
    }

    private static byte[] bytes(String hex) {
        return HEX.parseHex(hex.replace(" ", ""));
    }
}
