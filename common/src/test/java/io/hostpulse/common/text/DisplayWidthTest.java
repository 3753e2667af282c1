package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"memory, 6", "é, 1", "e\u0301, 1", "磁盘, 4", "한글, 4", "🔥, 2", "𝒜, 1", "…, 1", "▁█, 2", "'', 0"})
    void measuresWhatATerminalShows(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }
}
