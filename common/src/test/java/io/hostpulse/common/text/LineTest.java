package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void cutsByCharactersNotByHalves() {
        assertThat(Line.cut("𝒜𝒜𝒜", 3)).isEqualTo("𝒜𝒜𝒜");
        assertThat(Line.cut("𝒜𝒜𝒜𝒜", 3)).isEqualTo("𝒜𝒜…");
    }

    @Test
    void cutsByColumnsOfTheTerminal() {
        assertThat(Line.cut("磁盘已满", 8)).isEqualTo("磁盘已满");
        assertThat(Line.cut("磁盘已满", 7)).isEqualTo("磁盘已…");
        assertThat(Line.cut("磁盘已满", 6)).isEqualTo("磁盘…");
    }
}
