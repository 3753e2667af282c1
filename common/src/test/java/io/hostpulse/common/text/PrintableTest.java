package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void escapesControlsAndHiddenDirectionsAndLeavesLettersAlone() {
        assertThat(Printable.of("naïve ☂ 火")).isEqualTo("naïve ☂ 火");
        assertThat(Printable.of("a\tb\r\n\u009b\u202e\u2028")).isEqualTo("a\\tb\\r\\n\\u009b\\u202e\\u2028");
    }
}
