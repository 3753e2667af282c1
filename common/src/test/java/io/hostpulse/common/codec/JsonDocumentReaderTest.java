package io.hostpulse.common.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentReaderTest {

    private final JsonDocumentReader reader = new JsonDocumentReader();

    @Test
    void readsEveryKindOfValue() throws Exception {
        Fields fields = (Fields) read("{\"w\":-3,\"r\":0.5,\"t\":\"x\",\"f\":true,\"l\":[1,{}],\"n\":null}");
        assertThat(fields.get("w")).contains(new Value.Whole(-3));
        assertThat(fields.get("r")).contains(new Value.Real(0.5));
        assertThat(fields.get("t")).contains(new Value.Text("x"));
        assertThat(fields.get("f")).contains(new Value.Flag(true));
        assertThat(fields.get("l")).contains(new Value.Sequence(List.of(new Value.Whole(1), Fields.NONE)));
        assertThat(fields.get("n")).contains(new Value.Missing("null in the JSON"));
        assertThat(read("17")).isEqualTo(new Value.Whole(17));
    }

    @Test
    void keepsNumbersThatFitNoLongAndAdmitsThoseThatFitNothing() throws Exception {
        assertThat(read("9223372036854775808")).isEqualTo(new Value.Real(9.223372036854776e18));
        assertThat(read("-1e999")).isEqualTo(new Value.Missing("a number beyond 1.8e308 in the JSON"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"token\":\"hunter2\", | no JSON, line 1, column 20",
                "hunter2                 | no JSON, line 1, column 1",
                "{\"a\":1} {             | something follows the JSON, line 1, column 10",
                "{\"a\":1,\"a\":2}       | no JSON, line 1, column 11",
                "NaN                     | no JSON, line 1, column 4"
            })
    void saysWhereItEndsAndQuotesNothing(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnEmptyDocument() {
        assertThatThrownBy(() -> read(" ")).hasMessage("no JSON: it is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonDocumentReader.MAX_DEPTH + 1, 100_000})
    void refusesDepthBeyondItsLimit(int depth) {
        assertThatThrownBy(() -> read("[".repeat(depth) + "]".repeat(depth)))
                .hasMessageStartingWith("more than 32 levels");
    }

    @Test
    void refusesTextsNumbersAndCountsBeyondItsLimits() {
        assertThatThrownBy(() -> read("\"" + "x".repeat(70_000) + "\"")).hasMessageContaining("without end");
        assertThatThrownBy(() -> read("1".repeat(1_001))).hasMessageContaining("without end");
        assertThatThrownBy(() -> read("[" + "0,".repeat(JsonDocumentReader.MAX_VALUES) + "0]"))
                .hasMessage("more than 100000 values");
    }

    @Test
    void neverThrowsAnythingElseWhateverComes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "{}[]:,\"\\u0e1+-.tfn \n\u00e9";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(read(text.toString())).isNotNull();
            } catch (MalformedJsonException expected) {
                assertThat(expected).as("seed %d", seed).message().isNotBlank();
            }
        }
    }

    private Value read(String document) throws MalformedJsonException {
        return reader.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
