package io.hostpulse.exporter.sink.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

    private static List<Point> points(String stream, String json) {
        return Points.in(stream, new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fieldsAreNamedByTheirPaths() {
        assertThat(points("memory", "{\"total\":16,\"swap\":{\"percentage\":1.5,\"on\":true}}"))
                .containsExactly(new Point(
                        "",
                        Map.of(),
                        Map.of(
                                "total", new Value.Whole(16),
                                "swap.percentage", new Value.Real(1.5),
                                "swap.on", new Value.Flag(true))));
    }

    @Test
    void whatIsMissingIsNoField() {
        assertThat(points("memory", "{\"a\":null,\"list\":[null,{\"b\":null}],\"missing\":{\"a\":\"asleep\"}}"))
                .containsExactly(new Point("", Map.of(), Map.of()));
    }

    @Test
    void elementsOfListsAreToldApartByTheirNames() {
        assertThat(points("disk", "{\"mounts\":[{\"path\":\"/\",\"used\":1},{\"path\":\"/home\",\"used\":2}]}"))
                .contains(
                        new Point(
                                "mounts",
                                Map.of("mount", "/"),
                                Map.of("path", new Value.Text("/"), "used", new Value.Whole(1))),
                        new Point(
                                "mounts",
                                Map.of("mount", "/home"),
                                Map.of("path", new Value.Text("/home"), "used", new Value.Whole(2))));
    }

    @Test
    void elementsThatAreNumbersAreToldApartByTheirPlaces() {
        Point core = new Point("per_core_usage", Map.of("core", "1"), Map.of(Point.VALUE, new Value.Whole(9)));
        assertThat(points("processor", "{\"per_core_usage\":[7,9]}")).contains(core);
        assertThat(core.path(Point.VALUE)).isEqualTo("per_core_usage");
    }

    @Test
    void listsInListsHaveTheLabelsOfBoth() {
        assertThat(points("gpu", "{\"gpus\":[{\"id\":0,\"fans\":[{\"label\":\"left\",\"rpm\":1}]}]}"))
                .contains(new Point(
                        "gpus.fans",
                        Map.of("gpu", "0", "fan", "left"),
                        Map.of("label", new Value.Text("left"), "rpm", new Value.Whole(1))));
    }

    @Test
    void programsAreNoSeriesExceptHostpulsesOwn() {
        String json = "{\"processes\":[{\"pid\":17,\"name\":\"alerter\",\"n\":1}],\"names\":[\"a\",\"b\"]}";
        assertThat(points("process", json)).containsExactly(new Point("", Map.of(), Map.of()));
        assertThat(points("pipeline", json).get(1).labels()).isEqualTo(Map.of("process", "alerter"));
    }

    @Test
    void namesAndListsAreBounded() {
        String many = "1,".repeat(5000) + "1";
        List<Point> found = points("x", "{\"" + "n".repeat(1000) + "\":1,\"list\":[" + many + "]}");
        assertThat(found.get(0).fields().keySet()).singleElement().asString().hasSize(300);
        assertThat(found).hasSize(1 + 4096);
    }

    @ParameterizedTest
    @CsvSource({
        "mounts, mount",
        "gpus.fans, fan",
        "batteries, battery",
        "processes, process",
        "per_core_frequency, core",
        "hosts, element",
        "times, element",
        "s, s"
    })
    void labelsAreSingular(String list, String label) {
        assertThat(LabelName.of(list)).isEqualTo(label);
    }
}
