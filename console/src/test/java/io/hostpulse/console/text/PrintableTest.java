package io.hostpulse.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void escapesControlsAndHiddenDirectionsAndLeavesLettersAlone() {
        assertThat(Printable.of("naïve ☂ 火")).isEqualTo("naïve ☂ 火");
        assertThat(Printable.of("a\tb\u009b\u202e")).isEqualTo("a\\u0009b\\u009b\\u202e");
    }

    @Test
    void cutsByCharactersNotByHalves() {
        assertThat(Printable.cut("𝒜𝒜𝒜", 3)).isEqualTo("𝒜𝒜𝒜");
        assertThat(Printable.cut("𝒜𝒜𝒜𝒜", 3)).isEqualTo("𝒜𝒜…");
    }
}
