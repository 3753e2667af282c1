package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AnswerReaderTest {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: y\r\n\r\n5\r\nhello\r\n6;a=b\r\n world\r\n0\r\n\r\n";
    private static final String COUNTED = "HTTP/1.1 404 Not Found\r\nContent-Length: 11\r\n\r\nhello world";

    @Test
    void readsBothFramings() throws Exception {
        assertThat(read(CHUNKED.getBytes(StandardCharsets.ISO_8859_1)).body().orElseThrow())
                .isEqualTo("hello world".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(COUNTED.getBytes(StandardCharsets.ISO_8859_1)).status()).isEqualTo(404);
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByWhatIsMeantToHoldItUp() throws Exception {
        String blank = ("X:" + " ".repeat(16_000) + "x\r\n").repeat(4);
        HttpAnswer answer = read(("HTTP/1.1 204 \u0085\r\n" + blank + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.header("x")).contains("x");
    }

    @Test
    void takesNoPartOfAnAnswerForTheWhole() {
        for (String answer : new String[] {CHUNKED, COUNTED}) {
            for (int length = 0; length < answer.length(); length++) {
                byte[] cut = answer.substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
                assertThat(failure(cut)).as("the first %d bytes", length).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void takesTheStatusAloneWhenTheBodyIsNotNeeded() throws Exception {
        byte[] cut = COUNTED.substring(0, COUNTED.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
        HttpAnswer answer = new AnswerReader(new ByteArrayInputStream(cut), 1_000, false).read("POST");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void readsNoMoreThanItMay() throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(
                "HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\nxxxx".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new AnswerReader(in, 1_000, true).read("GET").body()).isEmpty();
        assertThat(in.available()).isEqualTo(4);
    }

    @Test
    void neverThrowsAnythingElseWhateverComes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] answer = (random.nextBoolean() ? CHUNKED : COUNTED).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 3; i++) {
                answer[random.nextInt(answer.length)] = (byte) "\r\n 0:f;9-\u00ff\0".charAt(random.nextInt(11));
            }
            Throwable failure = failure(answer);
            assertThat(failure == null || failure instanceof IOException)
                    .as("seed %d: %s", seed, failure)
                    .isTrue();
        }
    }

    private static Throwable failure(byte[] answer) {
        try {
            read(answer);
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private static HttpAnswer read(byte[] answer) throws IOException {
        return new AnswerReader(new ByteArrayInputStream(answer), 1_000, true).read("GET");
    }
}
