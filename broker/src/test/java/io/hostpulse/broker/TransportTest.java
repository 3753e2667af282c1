package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection goes from one loop to another, which each way to drive sockets does differently. */
class TransportTest {

    @TempDir
    Path root;

    /** One that does not work here is replaced by nio. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "epoll", "io-uring", "nio"})
    void handsAConnectionOver(String transport) throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.transport=" + transport);
                RawSocket client = RawSocket.open(broker.port())) {
            client.isAnswered("a");
            assertThat(client.read().text()).contains("monitoring_data");
            client.frame(RawSocket.FIN | 0x70, "");
            client.assertClosedWith(1002);
        }
    }

    @Test
    void losesNothingThatAClientSendsTogetherWithItsHandshakesEnd() throws Exception {
        try (RunningBroker broker = new RunningBroker(root, "broker.interval=1h")) {
            for (int i = 0; i < 50; i++) {
                try (RawSocket client = RawSocket.connect(broker.port())) {
                    client.write(RawSocket.HANDSHAKE);
                    assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
                    client.send(RawSocket.ping("early"));
                    assertThat(client.read().text()).contains("\"type\":\"connection\"");
                    client.assertPong("early");
                }
            }
        }
    }
}
