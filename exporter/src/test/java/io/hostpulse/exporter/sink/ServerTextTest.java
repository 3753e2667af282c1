package io.hostpulse.exporter.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerTextTest {

    @Test
    void hidesSecretsAlsoOneInsideAnother() {
        ServerText texts = new ServerText(List.of(new Secret("sesame"), new Secret("open-sesame")));
        assertThat(texts.reason("no user with open-sesame or sesame")).isEqualTo("no user with *** or ***");
    }

    @Test
    void isOneLineThatIsNotLong() {
        assertThat(new ServerText(List.of()).reason(" a\r\n\u001b[2Jb ")).isEqualTo("a [2Jb");
        assertThat(new ServerText(List.of()).reason("x".repeat(1000)))
                .hasSize(400)
                .endsWith("…");
    }

    @Test
    void leavesWhatIsTooShortToBeASecret() {
        assertThat(new ServerText(List.of(new Secret("a"), new Secret(""))).reason("a banana"))
                .isEqualTo("a banana");
    }
}
