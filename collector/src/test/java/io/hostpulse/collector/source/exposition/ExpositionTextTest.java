package io.hostpulse.collector.source.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionTextTest {

    /** The example of Prometheus' own description of the format, without its times. */
    private static final String EXAMPLE = """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027
            http_requests_total{method="post",code="400"}    3

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

            # Minimalistic line:
            metric_without_timestamp_and_labels 12.47

            # A histogram, which has a pretty complex representation in the text format:
            # HELP http_request_duration_seconds A histogram of the request duration.
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{le="0.05"} 24054
            http_request_duration_seconds_bucket{le="+Inf"} 144320
            http_request_duration_seconds_sum 53423
            http_request_duration_seconds_count 144320
            """;

    @Test
    void readsTheExampleOfTheFormat() throws Exception {
        List<Series> series = parse(EXAMPLE);
        assertThat(series).hasSize(8);
        assertThat(series.get(0))
                .isEqualTo(new Series(
                        "http_requests_total", new TreeMap<>(Map.of("code", "200", "method", "post")), 1027));
        assertThat(series.get(2).labels())
                .containsEntry("path", "C:\\DIR\\FILE.TXT")
                .containsEntry("error", "Cannot find file:\n\"FILE.TXT\"");
        assertThat(series.get(3)).isEqualTo(new Series("metric_without_timestamp_and_labels", new TreeMap<>(), 12.47));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5e3, -1500",
        "+.5, 0.5",
        "5., 5",
        "NaN, NaN",
        "nan, NaN",
        "+Inf, Infinity",
        "-inf, -Infinity"
    })
    void readsEveryFormOfANumber(String written, Double value) throws Exception {
        assertThat(parse("a " + written + "\n").get(0).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 1 1395066363000       | line 1: expected the end of the line (times are not supported: a value's time is that of the reading), found '1395066363000'",
                "a                       | line 1: expected a number, found ''",
                "a 1d                    | line 1: expected a number, found '1d'",
                "a 0x10                  | line 1: expected a number, found '0x10'",
                "a Infinity              | line 1: expected a number, found 'Infinity'",
                "9a 1                    | line 1: expected the name of a metric, found '9a 1'",
                "a{b} 1                  | line 1: expected '=', found '} 1'",
                "a{b=\"x} 1              | line 1: expected '\"', found the end of the line",
                "a{b=\"\\q\"} 1          | line 1: expected one of \\\\, \\\" and \\n after a backslash, found '\\q\"} 1'",
                "a{b=\"\\                | line 1: expected one of \\\\, \\\" and \\n after a backslash, found '\\'",
                "a{b=\"x\" c=\"y\"} 1    | line 1: expected '}', found 'c=\"y\"} 1'",
                "a{,} 1                  | line 1: expected the name of a label or '}', found ',} 1'",
                "a{b:c=\"x\"} 1          | line 1: expected '=', found ':c=\"x\"} 1'",
                "a{b=\"x\",b=\"y\"} 1    | line 1: the label 'b' is reserved, is there twice, or is one of more than 64",
                "a{__name__=\"x\"} 1     | line 1: the label '__name__' is reserved, is there twice, or is one of more than 64",
                "# TYPE a number         | line 1: the TYPE of a is none of counter, gauge, histogram, summary, untyped",
                "# TYPE a gauge now      | line 1: expected the end of the line, found 'now'",
                "# HELP                  | line 1: expected the name of a metric, found the end of the line"
            })
    void refusesWhatIsNotTheFormat(String line, String message) {
        assertThatThrownBy(() -> parse(line + "\n"))
                .isInstanceOf(MalformedExpositionException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsThereTwice() {
        assertThatThrownBy(() -> parse("a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 2\n"))
                .hasMessage("line 2: the series a{x=\"1\",y=\"2\"} is there twice");
        assertThatThrownBy(() -> parse("# TYPE a gauge\n# TYPE a gauge\n")).hasMessage("line 2: a second TYPE of a");
        assertThatThrownBy(() -> parse("a 1\n# TYPE a gauge\n"))
                .hasMessage("line 2: the TYPE of a stands behind its values");
    }

    @Test
    void tellsSeriesApartWhoseTextFormsAreAlike() throws Exception {
        assertThat(parse("a{b=\"x\\\",c=\\\"y\"} 1\na{b=\"x\",c=\"y\"} 2\n")).hasSize(2);
    }

    @Test
    void refusesATextThatWasCutOff() {
        assertThatThrownBy(() -> parse("a 1\nb 12")).hasMessage("line 2: no line end: the text was cut off");
    }

    @Test
    void refusesMoreThanItsLimitAndWhatIsNoText() {
        assertThatThrownBy(() -> ExpositionText.parse("a 1\nb 1\n".getBytes(StandardCharsets.UTF_8), 1))
                .hasMessage("line 2: more than 1 series");
        assertThatThrownBy(() -> ExpositionText.parse(new byte[] {'a', ' ', '1', '\n', (byte) 0xff}, 10))
                .hasMessage("line 1: the text is not in UTF-8");
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByWhatIsMeantToHoldItUp() {
        for (String endless :
                new String[] {"1".repeat(900_000) + "x", "1." + "0".repeat(900_000) + "e", " ".repeat(900_000)}) {
            assertThatThrownBy(() -> parse("a " + endless + "\n")).hasMessageStartingWith("line 1: expected a number");
        }
        assertThatThrownBy(() -> parse("a{" + "b".repeat(900_000) + "\n"))
                .hasMessageStartingWith("line 1: expected '='");
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Series> written = someSeries(random);
            StringBuilder text = new StringBuilder();
            written.forEach(series -> text.append(line(series)));
            assertThat(parse(text.toString())).as("seed %d%n%s", seed, text).isEqualTo(written);
        }
    }

    @Test
    void neverThrowsAnythingElseWhateverComes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = EXAMPLE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 3; i++) {
                text[random.nextInt(text.length)] = (byte) " {}\"\\=,#\n1aN\u007f\u00ff".charAt(random.nextInt(14));
            }
            try {
                assertThat(ExpositionText.parse(text, 1_000)).isNotNull();
            } catch (MalformedExpositionException expected) {
                assertThat(expected).as("seed %d", seed).message().startsWith("line ");
            }
        }
    }

    @Test
    void becomesFieldsThatPathsLeadTo() throws Exception {
        Fields.Builder fields = Fields.builder();
        SeriesFields.add(fields, parse("up 1\nload 0.5\nage NaN\nreq{code=\"200\"} 7\nreq{code=\"500\"} +Inf\n"));
        assertThat(fields.build())
                .isEqualTo(Fields.builder()
                        .put(
                                "values",
                                Fields.builder()
                                        .put("up", 1)
                                        .put("load", 0.5)
                                        .missing("age", "NaN")
                                        .build())
                        .put(
                                "series",
                                Fields.builder()
                                        .put(
                                                "req",
                                                List.of(
                                                        element("200", new Value.Whole(7)),
                                                        element("500", new Value.Missing("+Inf"))))
                                        .build())
                        .build());
    }

    private static Fields element(String code, Value value) {
        Fields labels = Fields.builder().put("code", code).build();
        return Fields.builder().put("labels", labels).put("value", value).build();
    }

    private static List<Series> someSeries(Random random) {
        List<Series> all = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            SortedMap<String, String> labels = new TreeMap<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                labels.put("l" + j, text(random));
            }
            all.add(new Series("m" + i, labels, random.nextGaussian() * 1e6));
        }
        return all;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append("\\\"\n,={} aé\t#".charAt(random.nextInt(12)));
        }
        return text.toString();
    }

    private static String line(Series series) {
        StringBuilder line = new StringBuilder(series.name()).append(" { ");
        series.labels().forEach((name, value) -> line.append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append("\" , "));
        return line.append("}\t").append(series.value()).append(" \n").toString();
    }

    private static List<Series> parse(String text) throws MalformedExpositionException {
        return ExpositionText.parse(text.getBytes(StandardCharsets.UTF_8), 1_000);
    }
}
