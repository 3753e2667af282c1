package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The opening handshake, RFC 6455 section 4.2. */
class HandshakeTest {

    @TempDir
    static Path root;

    private static RunningBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new RunningBroker(root, "broker.interval=1h");
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @Test
    void answersWithTheKeyOfTheExampleInTheRfc() throws Exception {
        String head = answer(RawSocket.HANDSHAKE).toLowerCase(java.util.Locale.ROOT);
        assertThat(head)
                .startsWith("http/1.1 101 ")
                .contains("upgrade: websocket", "connection: upgrade")
                .contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=")
                .doesNotContain("sec-websocket-protocol", "sec-websocket-extensions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: websocket => Upgrade: WebSocket",
                "Connection: Upgrade => Connection: keep-alive, upgrade",
                "Connection: Upgrade => CONNECTION: UPGRADE",
                "GET / HTTP/1.1 => GET /any/path?query HTTP/1.1",
                "Host: localhost => Host: 127.0.0.1:8765\r\nCookie: a=b",
                "Host: localhost => Host: localhost\r\nSec-WebSocket-Extensions: something-unknown; x=1",
            })
    void takesWhatMeansTheSame(String change) throws Exception {
        assertThat(answer(changed(change))).startsWith("HTTP/1.1 101 ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST / HTTP/1.1, 405",
        "HEAD / HTTP/1.1, 405",
        "GET / HTTP/1.0, 400",
        "GET / HTTP/2.0, 505",
    })
    void takesNothingButGetAndHttp11(String line, int status) throws Exception {
        assertThat(answer(changed("GET / HTTP/1.1 => " + line))).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost => X: y",
                "Host: localhost => Host: localhost\r\nHost: localhost",
                "Connection: Upgrade => Connection: keep-alive",
                "Connection: Upgrade => X: y",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== => X: y",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== => Sec-WebSocket-Key:",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== => Sec-WebSocket-Key: c2hvcnQ=",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== => Sec-WebSocket-Key: not base64!",
                "Connection: Upgrade => Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            })
    void refusesWhatLacksSomethingOrHasItTwice(String change) throws Exception {
        assertThat(answer(changed(change))).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sec-WebSocket-Version: 8", "Sec-WebSocket-Version: 14", "Sec-WebSocket-Version: x", "X: y"})
    void namesItsVersionToWhoAsksForAnother(String version) throws Exception {
        assertThat(answer(changed("Sec-WebSocket-Version: 13 => " + version)))
                .startsWith("HTTP/1.1 426 ")
                .containsIgnoringCase("sec-websocket-version: 13")
                .containsIgnoringCase("upgrade: websocket");
    }

    @Test
    void choosesTheSubprotocolItSpeaksAndNamesNoOther() throws Exception {
        String asked = "Host: localhost => Host: localhost\r\nSec-WebSocket-Protocol: ";
        assertThat(answer(changed(asked + "chat, hostpulse.v1")))
                .containsIgnoringCase("sec-websocket-protocol: hostpulse.v1");
        assertThat(answer(changed(asked + "chat, superchat")))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContainIgnoringCase("sec-websocket-protocol");
    }

    @Test
    void takesAHandshakeThatComesByteByByte() throws Exception {
        try (RawSocket client = RawSocket.connect(broker.port())) {
            for (char c : RawSocket.HANDSHAKE.toCharArray()) {
                client.write(String.valueOf(c));
            }
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        try (RawSocket client = RawSocket.connect(broker.port())) {
            client.write(RawSocket.HANDSHAKE.replace("\r\n\r\n", "\r\nX: " + "a".repeat(9000)));
            assertThat(client.readHead()).startsWith("HTTP/1.1 431 ");
        }
    }

    private static String changed(String change) {
        String[] parts = change.split(" => ", 2);
        assertThat(RawSocket.HANDSHAKE).contains(parts[0]);
        return RawSocket.HANDSHAKE.replace(parts[0], parts[1]);
    }

    private static String answer(String request) throws Exception {
        try (RawSocket client = RawSocket.connect(broker.port())) {
            client.write(request);
            return client.readHead();
        }
    }
}
