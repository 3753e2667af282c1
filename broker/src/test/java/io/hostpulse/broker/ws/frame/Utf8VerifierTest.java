package io.hostpulse.broker.ws.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The verifier against Java's decoder, whose strictness is that of RFC 3629. */
class Utf8VerifierTest {

    private static final int ROUNDS = 200_000;

    private final Utf8Verifier verifier = new Utf8Verifier();

    @Test
    void agreesWithJavaOnEveryPairOfBytes() {
        for (int pair = 0; pair <= 0xffff; pair++) {
            agrees(new byte[] {(byte) (pair >> 8), (byte) pair}, 1);
        }
    }

    @Test
    void agreesWithJavaOnBytesThatAreNearlyText() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] text = Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] twice = Arrays.copyOf(text, text.length + random.nextInt(3));
            twice[random.nextInt(twice.length)] ^= (byte) (1 << random.nextInt(9));
            agrees(twice, random.nextInt(twice.length + 1));
        }
    }

    private void agrees(byte[] bytes, int cut) {
        verifier.reset();
        boolean isText = verifier.take(Unpooled.wrappedBuffer(bytes, 0, cut))
                && verifier.take(Unpooled.wrappedBuffer(bytes, cut, bytes.length - cut))
                && verifier.isWhole();
        assertThat(isText).as("%s cut at %d", Arrays.toString(bytes), cut).isEqualTo(isTextForJava(bytes));
    }

    private static boolean isTextForJava(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .hasRemaining()
                    || bytes.length == 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
