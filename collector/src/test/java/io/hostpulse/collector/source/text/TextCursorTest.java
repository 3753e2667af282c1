package io.hostpulse.collector.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCursorTest {

    @Test
    void takesNumbersAndWordsInOrder() throws Exception {
        TextCursor text = text("eth0: 12\t34 0.25 x\nnext\n");

        assertThat(text.until(':')).isEqualTo("eth0");
        text.require(":");
        assertThat(text.number()).isEqualTo(12);
        assertThat(text.number()).isEqualTo(34);
        assertThat(text.decimal()).isEqualTo(0.25);
        assertThat(text.word()).isEqualTo("x");
        assertThat(text.atLineEnd()).isTrue();
        text.nextLine();
        assertThat(text.restOfLine()).isEqualTo("next");
    }

    @Test
    void takesTheLargestLongButNothingAbove() throws Exception {
        assertThat(text("9223372036854775807\n").number()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> text("9223372036854775808\n").number())
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("at most 63 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x\n", "-1\n", "12x\n", "12"})
    void refusesWhatIsNoWholeNumberOrWasCutOff(String content) {
        assertThatThrownBy(() -> text(content).number()).isInstanceOf(MalformedTextException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x\n", "1.2.3\n", ".\n", "0.2"})
    void refusesWhatIsNoDecimalOrWasCutOff(String content) {
        assertThatThrownBy(() -> text(content).decimal()).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void namesTheFileAndQuotesTheLine() {
        assertThatThrownBy(() -> quoteOf("cpu0 zz 3\n"))
                .hasMessage("/proc/example: expected a whole number, found 'cpu0 zz 3'");
    }

    @Test
    void quotesAtMostEightyCharactersAndNoControlCharacters() {
        assertThatThrownBy(() -> text("\u0007" + "y".repeat(5000) + "\n").number())
                .hasMessage("/proc/example: expected a whole number, found '?" + "y".repeat(79) + "'");
    }

    private static long quoteOf(String line) throws MalformedTextException {
        TextCursor text = text(line);
        text.word();
        return text.number();
    }

    private static TextCursor text(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new TextCursor("/proc/example", bytes, bytes.length);
    }
}
