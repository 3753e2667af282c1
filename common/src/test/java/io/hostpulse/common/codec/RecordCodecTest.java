package io.hostpulse.common.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    /** Version 1 as it lies in queues in the field. When this test fails, old queues can no longer be read. */
    private static final String GOLDEN = "48504c53" + "01" + "01" + "0000" + "15e1d8593e271718" + "2a00000000000000"
            + "07000000" + "dfb2d893" + "7b2261223a317d";

    private static final long SAMPLE_TIME = 1_735_899_330_123_456_789L;

    private final RecordEncoder encoder = new RecordEncoder();
    private final RecordView view = new RecordView();

    @Test
    void writesTheBytesOfVersionOne() {
        ByteBuffer record = encode(RecordKind.OK, 42, "{\"a\":1}");
        assertThat(hex(record)).isEqualTo(GOLDEN);
    }

    @Test
    void readsBackWhatWasWritten() {
        view.wrap(encode(RecordKind.FAILED, 7, "{\"reason\":\"ß\"}"));
        assertThat(view.kind()).isEqualTo(RecordKind.FAILED);
        assertThat(view.sampleTime()).isEqualTo(SAMPLE_TIME);
        assertThat(view.sequence()).isEqualTo(7);
        assertThat(view.payloadText()).isEqualTo("{\"reason\":\"ß\"}");
        assertThat(StandardCharsets.UTF_8.decode(view.payload()).toString()).isEqualTo("{\"reason\":\"ß\"}");
    }

    @Test
    void growsForALargePayloadAndRefusesOneBeyondTheLimit() {
        String large = "x".repeat(100_000);
        assertThat(view.wrap(encode(RecordKind.OK, 1, large)).payloadText()).isEqualTo(large);
        assertThatThrownBy(() -> encoder.encode(
                        RecordKind.OK, SAMPLE_TIME, 1, ByteBuffer.allocate(RecordEncoder.MAX_PAYLOAD + 1)))
                .isInstanceOf(RecordFormatException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void findsEveryFlippedBit() {
        byte[] whole = bytes(encode(RecordKind.OK, 42, "{\"a\":1}"));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> view.wrap(ByteBuffer.wrap(damaged)))
                    .as("bit %d", bit)
                    .isInstanceOf(RecordFormatException.class);
        }
    }

    @Test
    void findsEveryTruncation() {
        byte[] whole = bytes(encode(RecordKind.OK, 42, "{\"a\":1}"));
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(whole, 0, length).slice();
            assertThatThrownBy(() -> view.wrap(cut)).isInstanceOf(RecordFormatException.class);
        }
    }

    @Test
    void saysWhatToDoAboutALaterVersion() {
        byte[] later = bytes(encode(RecordKind.OK, 42, "{}"));
        later[RecordLayout.VERSION_AT] = 2;
        assertThatThrownBy(() -> view.wrap(ByteBuffer.wrap(later)))
                .hasMessage("record format version 2 is newer than version 1, the only one known here:"
                        + " read it with a newer Hostpulse");
    }

    private ByteBuffer encode(RecordKind kind, long sequence, String payload) {
        return encoder.encode(kind, SAMPLE_TIME, sequence, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(ByteBuffer record) {
        byte[] copy = new byte[record.remaining()];
        record.get(record.position(), copy);
        return copy;
    }

    private static String hex(ByteBuffer record) {
        return HexFormat.of().formatHex(bytes(record));
    }
}
