package io.hostpulse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NumericFieldsTest {

    private static Map<String, Double> numbers(String stream, String json) {
        Map<String, Double> found = new TreeMap<>();
        new NumericFields(stream).find(new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8)), found::put);
        return found;
    }

    @Test
    void findsNumbersAtEveryLevelAndTakesYesForOne() {
        assertThat(numbers("memory", """
                {"total": 8, "swap": {"free": 1.5, "deep": {"x": -1}}, "up": true, "down": false, "name": "a"}
                """))
                .isEqualTo(Map.of("total", 8.0, "swap.free", 1.5, "swap.deep.x", -1.0, "up", 1.0, "down", 0.0));
    }

    @Test
    void whatIsMissingIsNoNumberAndNeitherIsItsReason() {
        assertThat(numbers("memory", """
                {"swap": {"percentage": null}, "missing": {"swap.percentage": "no swap", "odd": 5}}
                """)).isEmpty();
    }

    @Test
    void namesElementsSoThatTheirPlaceDoesNotMatter() {
        assertThat(numbers("disk", """
                {"mounts": [{"path": "/", "used": 1}, {"path": "/home", "used": 2}], "cores": [5, 6]}
                """))
                .isEqualTo(Map.of("mounts[/].used", 1.0, "mounts[/home].used", 2.0, "cores[0]", 5.0, "cores[1]", 6.0));
    }

    @Test
    void takesTwoNamesTogetherWhereOneIsShared() {
        assertThat(numbers("sensors", """
                {"fans": [{"chip": "a", "label": "1", "speed": 1}, {"chip": "b", "label": "1", "speed": 2},
                    {"chip": "b", "label": "2", "speed": 3}]}
                """))
                .isEqualTo(Map.of("fans[a/1].speed", 1.0, "fans[b/1].speed", 2.0, "fans[b/2].speed", 3.0));
    }

    @Test
    void takesThePlaceWhereNothingTellsElementsApart() {
        assertThat(numbers("x", "{\"l\": [{\"name\": \"a\", \"v\": 1}, {\"name\": \"a\", \"v\": 2}]}"))
                .containsOnlyKeys("l[0].v", "l[1].v");
        assertThat(numbers("x", "{\"l\": [{\"name\": \"\", \"v\": 1}]}")).containsOnlyKeys("l[0].v");
    }

    @Test
    void leavesListsOfProgramsOutButForItsOwn() {
        String json = "{\"top_cpu\": [{\"pid\": 1, \"name\": \"init\", \"cpu_percent\": 5}], \"total\": 3}";
        assertThat(numbers("process", json)).containsOnlyKeys("total");
        assertThat(numbers("pipeline", json)).containsKeys("top_cpu[init].cpu_percent");
    }

    @Test
    void aNameOfAnyLengthMakesALimitedPath() {
        assertThat(numbers("x", "{\"" + "n".repeat(5000) + "\": 1}").keySet())
                .allSatisfy(path -> assertThat(path).hasSize(300));
    }
}
