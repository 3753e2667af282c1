package io.hostpulse.exporter.sink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.exporter.fixture.LineParser;
import io.hostpulse.exporter.fixture.LineParser.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTest {

    private static final String ALPHABET = "ab ,=\\\"#\n\r\t\0'é日\u202e😀-/._";

    private static String line(String measurement, Map<String, String> tags, Map<String, Value> fields) {
        LineProtocol lines = new LineProtocol();
        lines.point(measurement, tags, fields, 17);
        return lines.text();
    }

    private static String value(Value value) {
        return line("m", Map.of(), Map.of("f", value));
    }

    @Test
    void writesTagsByNameFieldsInOrderAndNanoseconds() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("used", new Value.Whole(7));
        fields.put("free", new Value.Real(0.5));
        assertThat(line("disk_mounts", Map.of("mount", "/", "host", "atlas"), fields))
                .isEqualTo("disk_mounts,host=atlas,mount=/ used=7,free=0.5 17\n");
    }

    /** A field that is an integer first refuses the first fraction. */
    @Test
    void everyNumberIsAFloat() {
        assertThat(value(new Value.Whole(Long.MAX_VALUE))).isEqualTo("m f=9223372036854775807 17\n");
        assertThat(value(new Value.Real(1e300))).isEqualTo("m f=1.0E300 17\n");
        assertThat(value(new Value.Real(-0.001))).isEqualTo("m f=-0.001 17\n");
    }

    @Test
    void whatIsMissingIsNoFieldAndAPointWithoutFieldsIsNone() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("a", new Value.Missing("asleep"));
        fields.put("b", new Value.Sequence(List.of()));
        fields.put("c", Fields.NONE);
        assertThat(line("m", Map.of("host", "atlas"), fields)).isEmpty();
        fields.put("d", new Value.Flag(true));
        assertThat(line("m", Map.of(), fields)).isEqualTo("m d=true 17\n");
    }

    @Test
    void anEmptyTagIsLeftOut() {
        assertThat(line("m", Map.of("a", "", "b", "x"), Map.of("f", new Value.Whole(1))))
                .isEqualTo("m,b=x f=1 17\n");
    }

    @Test
    void textsKeepTheirLineEndsAndAreBounded() {
        assertThat(value(new Value.Text("a \"b\" \\ c\nd"))).isEqualTo("m f=\"a \\\"b\\\" \\\\ c\nd\" 17\n");
        assertThat(value(new Value.Text("x".repeat(5000)))).hasSizeLessThan(4200);
    }

    @Test
    void nothingIsCalledTime() {
        assertThat(line("time", Map.of("time", "t"), Map.of("time", new Value.Whole(1))))
                .isEqualTo("time,time_=t time_=1 17\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "C:\\, C:/",
                "a\\x2db, a\\x2db",
                "`a\\,b`, `a/\\,b`",
                "a\\ b, a/\\ b",
                "a\\\\, a//",
                "a=b, a\\=b",
            })
    void aBackslashSwallowsNothing(String raw, String written) {
        assertThat(line("m", Map.of("t", raw), Map.of("f", new Value.Whole(1))))
                .isEqualTo("m,t=" + written + " f=1 17\n");
    }

    @Test
    void anyTextsComeBackAsTheyWere() {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String measurement = text(random);
            Map<String, String> tags = Map.of(text(random), text(random), "host", text(random));
            String field = text(random);
            String text = text(random);
            double number = Double.longBitsToDouble(random.nextLong());
            Value value =
                    Double.isFinite(number) && random.nextBoolean() ? new Value.Real(number) : new Value.Text(text);
            List<Line> lines = LineParser.lines(line(measurement, tags, Map.of(field, value)));
            assertThat(lines).hasSize(1);
            Line line = lines.get(0);
            assertThat(line.time()).isEqualTo(17);
            assertThat(plain(line.measurement())).isEqualTo(plain(measurement.replaceAll("^#", "_")));
            assertThat(line.tags()).hasSameSizeAs(tags);
            tags.forEach((key, tag) -> assertThat(line.tags().entrySet())
                    .anyMatch(found -> plain(found.getKey()).equals(plain(key))
                            && plain(found.getValue()).equals(plain(tag))));
            assertThat(plain(line.fields().keySet().iterator().next())).isEqualTo(plain(field));
            Object read = line.fields().values().iterator().next();
            assertThat(read)
                    .isEqualTo(value instanceof Value.Real real ? (Object) real.value() : text.replace('\0', ' '));
        }
    }

    /** But for what this format cannot say in a name. */
    private static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", " ").replace('\\', '/');
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(ALPHABET.codePointAt(
                    ALPHABET.offsetByCodePoints(0, random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length())))));
        }
        return text.toString();
    }
}
