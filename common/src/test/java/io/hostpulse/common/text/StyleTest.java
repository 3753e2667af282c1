package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void coloursOnlyATerminalThatCanAndMay() {
        assertThat(Style.of(true, XTERM).coloured()).isTrue();
        assertThat(Style.of(false, XTERM).coloured()).isFalse();
        assertThat(Style.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).coloured())
                .isFalse();
        assertThat(Style.of(true, Map.of("TERM", "dumb")).coloured()).isFalse();
        assertThat(Style.of(true, Map.of()).coloured()).isFalse();
    }

    @Test
    void leavesTextWithoutMeaningAlone() {
        assertThat(new Style(true).paint("x", Tone.PLAIN)).isEqualTo("x");
        assertThat(Style.PLAIN.paint("x", Tone.BAD)).isEqualTo("x");
    }
}
