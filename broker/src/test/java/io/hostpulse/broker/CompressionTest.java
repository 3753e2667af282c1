package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** permessage-deflate bit by bit. */
class CompressionTest extends BrokerFixture {

    private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int PING = 9;
    private static final int CONTINUATION = 0;

    CompressionTest() {
        super("broker.max_message_size=64KB");
    }

    @BeforeEach
    void writeWords() throws Exception {
        broker.write(RecordKind.OK, "{\"words\":\"" + "many of the same words ".repeat(200) + "\"}");
    }

    @Test
    void compressesForThoseWhoAgreedAndForNobodyElse() throws Exception {
        try (RawClient plain = new RawClient(broker.port());
                RawClient client = new RawClient(broker.port(), OFFER);
                RawClient other = new RawClient(broker.port(), OFFER)) {
            assertThat(client.response())
                    .contains("permessage-deflate; server_no_context_takeover; client_no_context_takeover");
            assertThat(client.message("connection").get("compression")).contains(new Value.Text("permessage-deflate"));
            assertThat(plain.response()).doesNotContain("extensions");
            assertThat(plain.message("connection").get("compression")).contains(new Value.Text("none"));
            for (int i = 0; i < 3; i++) {
                RawClient.Frame frame = client.frame("monitoring_data");
                assertThat(frame.isCompressed()).isTrue();
                assertThat(frame.payload().length).isLessThan(frame.text().length() / 4);
                assertThat(other.frame("monitoring_data").isCompressed()).isTrue();
                assertThat(plain.frame("monitoring_data").isCompressed()).isFalse();
            }
        }
    }

    @Test
    void leavesSmallMessagesAsTheyAre() throws Exception {
        broker.write(RecordKind.OK, "{\"percentage\":1.5}");
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            RawClient.Frame frame = client.frame("monitoring_data");
            while (frame.text().contains("words")) {
                frame = client.frame("monitoring_data");
            }
            assertThat(frame.isCompressed()).isFalse();
        }
    }

    @Test
    void readsCompressedMessagesAlsoInFragments() throws Exception {
        byte[] ping = RawClient.deflated("{\"type\":\"ping\",\"id\":1}".getBytes(StandardCharsets.UTF_8));
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            client.send(FIN | RSV1 | RawClient.TEXT, ping);
            assertThat(client.message("pong").get("id")).contains(new Value.Whole(1));
            client.send(RSV1 | RawClient.TEXT, new byte[] {ping[0]});
            client.send(FIN | PING, new byte[0]);
            client.send(CONTINUATION, new byte[] {ping[1], ping[2]});
            client.send(FIN | CONTINUATION, java.util.Arrays.copyOfRange(ping, 3, ping.length));
            assertThat(client.message("pong").get("id")).contains(new Value.Whole(1));
            client.send("{\"type\":\"ping\",\"id\":2}");
            assertThat(client.message("pong").get("id")).contains(new Value.Whole(2));
        }
    }

    @Test
    void closesWhoSendsMoreThanItMayWhenUnpacked() throws Exception {
        byte[] bomb = RawClient.deflated(new byte[40 * 1024 * 1024]);
        assertThat(bomb.length).as("small enough to be let in").isLessThan(64 * 1024);
        assertThat(codeAfter(FIN | RSV1 | RawClient.TEXT, bomb)).isEqualTo(1009);
    }

    @Test
    void closesWhoSendsWhatCannotBeUnpacked() throws Exception {
        assertThat(codeAfter(FIN | RSV1 | RawClient.TEXT, new byte[] {(byte) 0xff, 1, 2, 3}))
                .isEqualTo(1007);
    }

    @Test
    void closesWhoseTextIsNotUtf8OnceItIsUnpacked() throws Exception {
        byte[] wrong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        assertThat(codeAfter(FIN | RSV1 | RawClient.TEXT, RawClient.deflated(wrong)))
                .isEqualTo(1007);
        byte[] unfinished = {'"', (byte) 0xce};
        assertThat(codeAfter(FIN | RSV1 | RawClient.TEXT, RawClient.deflated(unfinished)))
                .isEqualTo(1007);
    }

    @Test
    void closesWhoSendsMoreThanItMayAsItIsSent() throws Exception {
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            client.send(RSV1 | RawClient.TEXT, new byte[40_000]);
            client.send(FIN | CONTINUATION, new byte[40_000]);
            assertThat(closeCode(client)).isEqualTo(1009);
        }
    }

    @Test
    void takesTheBitOfCompressionInTheFirstFrameOnly() throws Exception {
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            client.message("connection");
            client.send(RSV1 | RawClient.TEXT, new byte[1]);
            client.send(FIN | RSV1 | CONTINUATION, new byte[1]);
            assertThat(closeCode(client)).isEqualTo(1002);
        }
        try (RawClient plain = new RawClient(broker.port())) {
            plain.message("connection");
            plain.send(FIN | RSV1 | RawClient.TEXT, new byte[1]);
            assertThat(closeCode(plain)).isEqualTo(1002);
        }
    }

    @Test
    void closesWhoSetsReservedBitsWithoutAMeaning() throws Exception {
        assertThat(codeAfter(FIN | 0x20 | RawClient.TEXT, new byte[1])).isEqualTo(1002);
        assertThat(codeAfter(FIN | RSV1 | PING, new byte[0])).isEqualTo(1002);
    }

    private int codeAfter(int first, byte[] payload) throws Exception {
        try (RawClient client = new RawClient(broker.port(), OFFER)) {
            client.message("connection");
            client.send(first, payload);
            return closeCode(client);
        }
    }

    private static int closeCode(RawClient client) throws Exception {
        RawClient.Frame frame = client.frame();
        while (frame.opcode() != RawClient.CLOSE) {
            frame = client.frame();
        }
        return frame.closeCode();
    }
}
