package io.hostpulse.collector.source.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyValueTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1          | Whole[value=1]",
                "a = -7       | Whole[value=-7]",
                "a: 1.50      | Real[value=1.5]",
                "a 2e3        | Whole[value=2000]",
                "a=x=y        | Text[value=x=y]",
                "a\t10:30     | Text[value=10:30]",
                "a=true       | Flag[value=true]",
                "a=NaN        | Missing[reason=NaN]",
                "a=-inf       | Missing[reason=-Inf]",
                "a=           | Missing[reason=no value behind the key]",
                "a=99999999999999999999 | Real[value=1.0E20]",
                "a=1d         | Text[value=1d]"
            })
    void knowsEveryKindOfValue(String line, String value) throws Exception {
        assertThat(KeyValueText.parse(line.replace("\\t", "\t")).get("a").orElseThrow())
                .hasToString(value);
    }

    @Test
    void passesOverCommentsAndEmptyLines() throws Exception {
        assertThat(KeyValueText.parse("# a=1\n\n  b=2  \r\nload:avg=3\n"))
                .isEqualTo(Fields.builder().put("b", 2).put("load:avg", 3).build());
    }

    @ParameterizedTest
    @CsvSource({"lonely", "=1", "9a=1", "a.b=1", "ä=1"})
    void refusesWhatIsNoKeyAndValue(String line) {
        assertThatThrownBy(() -> KeyValueText.parse("ok=1\n" + line))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("line 2: expected key=value");
    }

    @Test
    void hasLimits() {
        assertThatThrownBy(() -> KeyValueText.parse("a=" + "x".repeat(1_001))).hasMessageContaining("more than");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            many.append("a").append(i).append("=1\n");
        }
        assertThatThrownBy(() -> KeyValueText.parse(many.toString())).hasMessageStartingWith("line 1001: more than");
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByWhatIsMeantToHoldItUp() {
        for (String part : new String[] {"a", " ", "a ", "=", ":", "a:"}) {
            assertThatThrownBy(() -> KeyValueText.parse("b " + part.repeat(500_000) + "\n:"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void neverThrowsAnythingElseWhateverComes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append("ab=: \t\n#1.e-+\u2028\u0085".charAt(random.nextInt(15)));
            }
            try {
                for (Value value : KeyValueText.parse(text.toString()).values().values()) {
                    assertThat(value).as("seed %d", seed).isNotNull();
                }
            } catch (IOException expected) {
                assertThat(expected).as("seed %d", seed).message().startsWith("line ");
            }
        }
    }
}
