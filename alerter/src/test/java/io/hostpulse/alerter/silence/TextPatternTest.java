package io.hostpulse.alerter.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource({
        "disk, disk, true",
        "disk, disks, false",
        "disk*, disk, true",
        "disk*, disks/home, true",
        "*disk, a disk, true",
        "d?sk, dusk, true",
        "d?sk, dsk, false",
        "*, '', true",
        "'', '', true",
        "'', x, false",
        "a*b*c, a1b2b3c, true",
        "a*b*c, a1b2b3, false",
        "=a*, a*, true",
        "=a*, ab, false",
        "~disk|memory, memory, true",
        "~disk|memory, memory2, false",
        "~path=/(home|var).*, path=/home/ann, true",
        "~.*, 'a\nb', true",
    })
    void choosesWholeTexts(String pattern, String text, boolean chosen) {
        assertThat(TextPattern.parse(pattern).matches(text)).isEqualTo(chosen);
    }

    @Test
    void anExpressionThatWouldTakeForEverChoosesNothing() {
        String text = "a".repeat(60) + "b";
        assertThat(TextPattern.parse("~(a+)+").matches(text)).isFalse();
        assertThat(TextPattern.parse("~(a|aa)*c").matches(text)).isFalse();
        assertThat(TextPattern.parse("~(.*)*x").matches(text)).isFalse();
    }

    @Test
    void aLongTextDoesNotOverflowTheStack() {
        assertThat(TextPattern.parse("~(a|b)*").matches("a".repeat(1024))).isTrue();
        assertThat(TextPattern.parse("~(a|b)*").matches("a".repeat(100_000))).isFalse();
        String nested = "(".repeat(60) + "a|b" + ")*".repeat(60);
        assertThat(TextPattern.parse("~" + nested).matches("a".repeat(1000) + "c"))
                .isFalse();
    }

    @Test
    void aGlobOfManyStarsIsQuick() {
        String pattern = "*a".repeat(120) + "b";
        assertThat(TextPattern.parse(pattern).matches("a".repeat(5000))).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> TextPattern.parse("~(a")).hasMessageContaining("'(a' is no regular expression");
        assertThatThrownBy(() -> TextPattern.parse("x".repeat(257))).hasMessageContaining("at most 256");
    }
}
