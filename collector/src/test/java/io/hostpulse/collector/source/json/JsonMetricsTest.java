package io.hostpulse.collector.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.Options;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMetricsTest {

    private static final String SHOP = """
            {"queue": {"depth": 17, "oldest.age": 3.5, "paused": false, "it's": "a"},
             "workers": [{"busy": 2, "load": 0.5}, {"busy": 3, "load": 1}], "empty": [], "version": "1.4", "owner": null}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.queue.depth             | Whole[value=17]",
                "$['queue']['oldest.age']  | Real[value=3.5]",
                "$.queue['it\\'s']         | Text[value=a]",
                "$.queue.paused            | Flag[value=false]",
                "$.version                 | Text[value=1.4]",
                "$.workers[1].busy         | Whole[value=3]",
                "$.workers.length()        | Whole[value=2]",
                "$.queue.length()          | Whole[value=4]",
                "$.empty.length()          | Whole[value=0]",
                "$.workers[*].busy.sum()   | Whole[value=5]",
                "$.workers[*].load.sum()   | Real[value=1.5]",
                "$.empty[*].sum()          | Whole[value=0]",
                "$.nothing                 | Missing[reason=$.nothing: has no 'nothing']",
                "$.queue.depth.x           | Missing[reason=$.queue.depth.x: has no 'x': it is no object]",
                "$.workers[2]              | Missing[reason=$.workers[2]: has 2 elements and none at [2]]",
                "$.queue[0]                | Missing[reason=$.queue[0]: is no list]",
                "$.owner                   | Missing[reason=$.owner: null in the JSON]",
                "$.version.length()        | Missing[reason=$.version.length(): has no length: it is neither a list nor an object]",
                "$.workers[*].sum()        | Missing[reason=$.workers[*].sum(): has no sum: not all of it are numbers]",
                "$.workers                 | Missing[reason=$.workers: is no single value: go on to one inside it, or end with .length()]"
            })
    void followsAPath(String path, String expected) {
        Fields values = (Fields)
                take(Options.of("metrics.it=" + path), SHOP).get("values").orElseThrow();
        assertThat(values.get("it").orElseThrow()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue",
                "$.",
                "$..a",
                "$.a b",
                "$[-1]",
                "$[01]",
                "$['a]",
                "$['']",
                "$.a.length().b",
                "$.a[*]",
                "$.a[*].length()",
                "$.a.sum()",
                "$[?(@.a)]",
                "$[0:2]",
                "$[1,2]",
                "$.a.length()()",
                "$x"
            })
    void refusesWhatIsNoPath(String path) {
        Options options = Options.of("metrics.it=" + path);
        JsonMetrics.from(options.node());
        assertThat(options.problems()).hasSize(1).first().asString().isNotBlank();
    }

    @Test
    void saysWhatAPathIsMadeOf() {
        Options options = Options.of("metrics.it=$.a[x]");
        JsonMetrics.from(options.node());
        assertThat(options.problems())
                .containsExactly("not understood from '[x]' on: a part is .name, ['any name'], [0], [*], and at the end"
                        + " .length() or .sum()");
    }

    @Test
    void refusesNamesThatNoPathCouldLeadTo() {
        Options options = Options.of("metrics.9a=$.a");
        JsonMetrics.from(options.node());
        assertThat(options.problems()).containsExactly("not a name for a value: use " + MetricNames.FORM);
    }

    @Test
    void takesTheNumbersOfAFlatObjectUnlessToldWhich() {
        Fields fields =
                take(Options.of(), "{\"a\":1,\"b\":2.5,\"ok\":true,\"t\":\"x\",\"o\":{},\"a b\":3,\"gone\":null}");
        assertThat(fields.get("values"))
                .contains(Fields.builder()
                        .put("a", 1)
                        .put("b", 2.5)
                        .put("ok", true)
                        .missing("gone", "null in the JSON")
                        .build());
        assertThat(fields.get("ignored")).contains(new Value.Whole(3));
    }

    @Test
    void countsWhatIsBeyondItsLimit() {
        String many =
                IntStream.range(0, 250).mapToObj(i -> "\"n" + i + "\":" + i).collect(Collectors.joining(","));
        Fields fields = take(Options.of(), "{" + many + "}");
        assertThat(((Fields) fields.get("values").orElseThrow()).values()).hasSize(200);
        assertThat(fields.get("ignored")).contains(new Value.Whole(50));
    }

    @Test
    void keepsItsPathsWhenThereIsNoJson() {
        assertThat(take(Options.of("metrics.it=$.a"), "<html>").get("values"))
                .contains(Fields.builder()
                        .missing("it", "no JSON, line 1, column 1")
                        .build());
        assertThat(take(Options.of(), "[1]").get("values"))
                .contains(new Value.Missing("the JSON is no object: say with 'metrics' which values are wanted"));
    }

    @Test
    void doesNotTakeADocumentForAText() {
        assertThat(take(Options.of("metrics.it=$"), "\"" + "x".repeat(1_001) + "\"")
                        .get("values"))
                .contains(Fields.builder()
                        .missing("it", "$: is a text of more than 1000 characters")
                        .build());
    }

    private static Fields take(Options options, String json) {
        Fields.Builder fields = Fields.builder();
        JsonMetrics.from(options.node()).add(fields, json.getBytes(StandardCharsets.UTF_8));
        assertThat(options.problems()).isEmpty();
        return fields.build();
    }
}
