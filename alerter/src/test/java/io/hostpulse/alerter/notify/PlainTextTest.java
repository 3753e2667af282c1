package io.hostpulse.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    @Test
    void makesOneLine() {
        assertThat(PlainText.line("a\r\nb\tc\u2028d\u001b[31m ")).isEqualTo("a  b c d [31m");
    }

    @Test
    void keepsLinesWhereTheyAreWanted() {
        assertThat(PlainText.lines("a\r\nb\rc\n\td")).isEqualTo("a\nb\nc\n d");
    }

    @Test
    void takesAwayWhatHidesOrReversesButKeepsEmojiTogether() {
        assertThat(PlainText.line("x\u202ey\u200bz\ufeff 👩‍👧")).isEqualTo("xyz 👩‍👧");
    }

    @Test
    void replacesHalvesOfCharacters() {
        assertThat(PlainText.wellFormed("a\ud83db\ude00😀")).isEqualTo("a\ufffdb\ufffd😀");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "ab, 1, …", "a😀b, 3, a…", "a😀b, 4, a😀b"})
    void cutsBetweenCharacters(String text, int most, String expected) {
        assertThat(PlainText.clip(text, most)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("io.hostpulse.alerter.notify.HostileTexts#all")
    void cutsBySizeAndStaysValid(String text) {
        for (int most : new int[] {3, 4, 5, 100, 4_096}) {
            String clipped = PlainText.clipBytes(PlainText.lines(text), most);
            byte[] bytes = clipped.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(most);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(clipped);
        }
    }
}
