package io.hostpulse.broker;

import static io.hostpulse.broker.RawSocket.CONTINUATION;
import static io.hostpulse.broker.RawSocket.FIN;
import static io.hostpulse.broker.RawSocket.PING;
import static io.hostpulse.broker.RawSocket.PONG;
import static io.hostpulse.broker.RawSocket.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections whose other side is gone, asleep, or never in a hurry. Nothing is broadcast, so only the clock can find them. */
class SilentClientsTest extends BrokerFixture {

    private static final int MANY = 2000;

    SilentClientsTest() {
        super("broker.interval=1h", "broker.idle_timeout=1s", "broker.request_timeout=1s");
    }

    @Test
    void areClosedWhenTheyDoNotAnswerPings() throws Exception {
        try (RawSocket client = RawSocket.open(broker.port())) {
            RawSocket.Frame ping = client.readAnswer();
            assertThat(ping.opcode()).isEqualTo(PING);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void areKeptAsLongAsTheyAnswerPings() throws Exception {
        try (RawSocket client = RawSocket.open(broker.port())) {
            for (int i = 0; i < 4; i++) {
                assertThat(client.readAnswer().opcode()).isEqualTo(PING);
                client.frame(FIN | PONG, "");
            }
            client.isAnswered("alive");
        }
    }

    @Test
    void areToldWhenTheirMessageIsNotWholeInTimeHoweverAliveTheyAre() throws Exception {
        try (RawSocket client = RawSocket.quiet(broker.port())) {
            client.frame(TEXT, "{\"type\":");
            RawSocket.Frame frame = client.readAnswer();
            while (frame.opcode() == PING) {
                client.frame(FIN | PONG, "");
                client.frame(CONTINUATION, " ");
                frame = client.readAnswer();
            }
            assertThat(frame.opcode()).isEqualTo(RawSocket.CLOSE);
            assertThat(frame.code()).isEqualTo(1008);
        }
    }

    @Test
    void areClosedWhenTheyNeverFinishTheirHandshake() throws Exception {
        try (RawSocket client = RawSocket.connect(broker.port())) {
            client.write("GET / HTTP/1.1\r\nHost: local");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void keepNobodyOutHoweverManyTheyAre() throws Exception {
        try (RunningBroker patient = new RunningBroker(root.resolve("patient"))) {
            List<RawSocket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < MANY; i++) {
                    RawSocket one = RawSocket.connect(patient.port());
                    one.write("GET / HTTP/1.1\r\nHost: local");
                    slow.add(one);
                }
                try (RawSocket client = RawSocket.open(patient.port())) {
                    client.isAnswered("in");
                }
                assertThat(slow.get(0).isEnded())
                        .as("the one that has waited longest made room")
                        .isTrue();
            } finally {
                for (RawSocket one : slow) {
                    one.close();
                }
            }
        }
    }
}
