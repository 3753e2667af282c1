package io.hostpulse.alerter.rule.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Glob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricPathTest {

    private static final String SNAPSHOT = """
            {"percentage": 5, "swap": {"percentage": 7, "free": null}, "gone": null, "cores": [1, null, 3], "empty": [],
             "mounts": [{"path": "/", "device": "sda1", "percentage": 1, "io": {"reads": 4}},
                        {"path": "/home", "device": "sda1", "percentage": null},
                        {"path": "/mnt", "device": "sdb1"}],
             "cards": [{"name": "RTX", "uuid": "a", "t": 60}, {"name": "RTX", "uuid": "b", "t": 70}],
             "twins": [{"name": "x", "t": 1}, {"name": "x", "t": 2}],
             "values": {"a": 1, "b.c": 2, "d": "text"},
             "groups": {"g": {"members": [{"id": 7, "n": 1}]}, "h": null}}
            """;

    private static final Fields FIELDS = new PayloadReader().read(SNAPSHOT.getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m.percentage | COMPLETE  5",
                "m.swap.percentage | COMPLETE  7",
                "m.swap.free | COMPLETE  null",
                "m.gone | COMPLETE  null",
                "m.gone.deeper | COMPLETE  null",
                "m.gone[*].deeper | PARTIAL",
                "m.absent | ABSENT",
                "m.absent[*].deeper | ABSENT",
                "m.percentage.deeper | ABSENT",
                "m.percentage[*] | ABSENT",
                "m.swap[*] | ABSENT",
                "m.empty[*].x | COMPLETE",
                "m.mounts[*].percentage | COMPLETE  path=/ 1  path=/home null  path=/mnt null",
                "m.mounts[/home].percentage | COMPLETE  path=/home null",
                "m.mounts[/*m*].percentage | COMPLETE  path=/home null  path=/mnt null",
                "m.mounts[*].io.reads | COMPLETE  path=/ 4  path=/home null  path=/mnt null",
                "m.cores[*] | COMPLETE  index=0 1  index=1 null  index=2 3",
                "m.cores[0] | COMPLETE  index=0 1",
                "m.cores[?] | COMPLETE  index=0 1  index=1 null  index=2 3",
                "m.cards[*].t | COMPLETE  uuid=a 60  uuid=b 70",
                "m.twins[*].t | COMPLETE  index=0 1  index=1 2",
                "m.values.* | COMPLETE  key=a 1  key=b.c 2  key=d text",
                "m.values.\"b.c\" | COMPLETE  2",
                "m.values.b* | COMPLETE  key=b.c 2",
                "m.groups.*.members[*].n | PARTIAL  key=g,id=7 1",
                "m.sw*.percentage | COMPLETE  key=swap 7",
            })
    void leadsToValues(String path, String expected) {
        assertThat(found(path, MetricReader.USUAL_IDENTITIES)).isEqualTo(expected);
    }

    @Test
    void identitiesAreConfigurable() {
        assertThat(found("m.mounts[*].percentage", List.of("label", "device"))).startsWith("COMPLETE  index=0 1");
        assertThat(found("m.cards[*].t", List.of("t"))).isEqualTo("COMPLETE  t=60 60  t=70 70");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | has nothing where a name should be",
                "Memory.x | must begin with the name of a stream",
                "memory. | has nothing where a name should be",
                "memory..x | has nothing where a name should be",
                "disk.mounts[].x | has '[]'",
                "disk.mounts[*.x | has '[' without ']'",
                "disk.mounts[*]x | needs '.' or '[' before 'x'",
                "disk.\"a | has a quote that does not end",
                "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r | is too deep",
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> MetricPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem)
                .hasMessageStartingWith("'" + text + "'");
    }

    @Test
    void knowsWhatItIsAbout() {
        MetricPath path = MetricPath.parse("disk.mounts[*].percentage");
        assertThat(path.lastName()).isEqualTo("percentage");
        assertThat(path.hasManyValues()).isTrue();
        assertThat(path.hasManyStreams()).isFalse();
        assertThat(MetricPath.parse("*").isStream()).isTrue();
        assertThat(MetricPath.parse("*.state").matches(new StreamName("web"))).isTrue();
        assertThat(MetricPath.parse("http-*.state").matches(new StreamName("web")))
                .isFalse();
        assertThat(MetricPath.parse("textfile.values.*").lastName()).isEqualTo("values");
    }

    @Test
    void namesFromTheMachineAreMadePrintableAndShort() {
        Fields hostile = Fields.builder()
                .put("list", List.of(element("a\nb\u001b[2J"), element("x".repeat(5000))))
                .build();
        List<String> dimensions = new ArrayList<>();
        new MetricReader(MetricPath.parse("m.list[*].v"), List.of("name"))
                .read(hostile, (dimension, value, parent) -> dimensions.add(dimension));
        assertThat(dimensions.get(0)).isEqualTo("name=a\\nb\\u001b[2J");
        assertThat(dimensions.get(1)).hasSizeLessThan(220);
    }

    private static Fields element(String name) {
        return Fields.builder().put("name", name).put("v", 1).build();
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "*, abc, true",
        "a*c, abbc, true",
        "a*c, abcd, false",
        "?, a, true",
        "?, '', false",
        "eth*, eth0, true",
        "eth*, veth0, false",
        "*eth*, veth0, true",
        "a*b*c, aXbYbZc, true",
        "a**, a, true",
        "a?c, abc, true",
        "a?c, ac, false",
        "abc, abc, true",
        "abc, ab, false",
        "'', '', true"
    })
    void globs(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void aGlobOfManyStarsEndsSoon() {
        assertThat(new Glob("*a".repeat(50) + "b").matches("a".repeat(5000))).isFalse();
    }

    private static String found(String path, List<String> by) {
        List<String> found = new ArrayList<>();
        Coverage coverage = new MetricReader(MetricPath.parse(path), by)
                .read(FIELDS, (dimension, value, parent) -> found.add((dimension + " " + shown(value)).strip()));
        found.add(0, coverage.name());
        return String.join("  ", found);
    }

    private static String shown(Value value) {
        if (value instanceof Value.Whole whole) {
            return Long.toString(whole.value());
        }
        return value instanceof Value.Text text ? text.value() : value instanceof Value.Missing ? "null" : "?";
    }
}
