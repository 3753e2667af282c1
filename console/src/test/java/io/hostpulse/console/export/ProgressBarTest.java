package io.hostpulse.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {

    @Test
    void growsWithTheShare() {
        assertThat(ProgressBar.of(0)).startsWith("[------------------------------] 0");
        assertThat(ProgressBar.of(0.5)).startsWith("[###############---------------] 50");
        assertThat(ProgressBar.of(1)).startsWith("[##############################] 100");
    }

    @Test
    void staysWithinItsEnds() {
        assertThat(ProgressBar.of(-1)).isEqualTo(ProgressBar.of(0));
        assertThat(ProgressBar.of(2)).isEqualTo(ProgressBar.of(1));
    }
}
