package io.hostpulse.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestTest {

    private static final List<String> NAMES = List.of("disk", "memory", "processor", "process");

    @ParameterizedTest
    @CsvSource({"memry,memory", "mem,memory", "Disk,disk", "prozessor,processor", "alerts,"})
    void guessesWhatIsSimilarEnough(String typed, String meant) {
        assertThat(Closest.to(typed, NAMES).orElse(null)).isEqualTo(meant);
    }
}
