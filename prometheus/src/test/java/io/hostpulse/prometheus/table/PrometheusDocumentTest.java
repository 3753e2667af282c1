package io.hostpulse.prometheus.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the tables of docs/PROMETHEUS.md complete: one row for each metric, and none for what is not there. */
class PrometheusDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/PROMETHEUS.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:hostpulse|node)_\\w+)` \\|.*$");

    @Test
    void hasTheRowOfEachMetric() throws IOException {
        assertThat(Files.readString(DOCUMENT).lines()).containsAll(rows().values());
    }

    @Test
    void hasNoOther() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
        while (rows.find()) {
            documented.add(rows.group(1));
        }
        documented.removeAll(fixed());
        assertThat(documented).isEqualTo(new TreeSet<>(rows().keySet()));
    }

    @Test
    void tellsWhatIsInNoTable() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(fixed().stream().map(name -> "| `" + name + "` |").toList());
    }

    private static List<String> fixed() {
        return Stream.of(
                        OwnMetrics.all(),
                        StreamMetrics.all(),
                        AlertMetrics.all(),
                        UserMetrics.all(),
                        NodeMetrics.all(),
                        List.of(Families.DROPPED))
                .flatMap(List::stream)
                .map(Metric::name)
                .toList();
    }

    /** What the page should say, to be copied from the failure. */
    private static Map<String, String> rows() {
        Map<String, List<Row>> byMetric = new LinkedHashMap<>();
        Mapping.all().forEach(row -> byMetric.computeIfAbsent(row.metric().name(), any -> new ArrayList<>())
                .add(row));
        Map<String, String> lines = new LinkedHashMap<>();
        byMetric.forEach((name, rows) -> lines.put(name, line(rows)));
        return lines;
    }

    private static String line(List<Row> rows) {
        Row first = rows.get(0);
        String more = rows.size() > 1 ? ", …" : "";
        return "| `" + first.metric().name() + "` | " + first.metric().type().label() + " | " + first.labelNames()
                + " | `" + first.source() + "`" + more + " | " + first.metric().help() + " |";
    }
}
