package io.hostpulse.common.violation;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.JsonForm;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Violations as a file or a message. Immutable.
 *
 * @param reports what is exported, at least one
 */
public record ViolationExport(List<ViolationReport> reports) {

    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "data_source",
            "metric_name",
            "value",
            "threshold_violated",
            "threshold_value",
            "level",
            "message",
            "metadata");

    /** File systems take 255 bytes in all. */
    private static final int LONGEST_RULE = 100;

    /** Copies the list. */
    public ViolationExport {
        reports = List.copyOf(reports);
    }

    /**
     * Exports one.
     *
     * @param report what is exported
     */
    public ViolationExport(ViolationReport report) {
        this(List.of(report));
    }

    /**
     * Writes JSON.
     *
     * @return one object for one report, a list of them for several; laid out over several lines. What is null in an object has its reason
     *     under {@code missing}, by its path
     */
    public String json() {
        List<String> objects = reports.stream()
                .map(report -> StandardCharsets.UTF_8
                        .decode(new PayloadWriter().write(report.fields()))
                        .toString())
                .toList();
        String json = objects.size() == 1 ? objects.get(0) : "[" + String.join(",", objects) + "]";
        return JsonForm.pretty(json) + "\n";
    }

    /**
     * Writes a table in the form of RFC 4180.
     *
     * @return a header and a row for each report
     */
    public String csv() {
        return CsvForm.header(COLUMNS)
                + reports.stream().map(ViolationExport::row).collect(Collectors.joining());
    }

    private static String row(ViolationReport report) {
        Fields fields = report.fields();
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> fields.get(column).ifPresent(value -> cells.put(column, cell(value))));
        cells.put("level", report.alert().level().name());
        cells.put("message", CsvForm.guarded(report.alert().message()));
        return CsvForm.row(COLUMNS, cells);
    }

    private static String cell(Value value) {
        if (value instanceof Value.Missing) {
            return "";
        }
        return value instanceof Value.Text text ? CsvForm.guarded(text.value()) : new PayloadWriter().text(value);
    }

    /**
     * Names a file for it. Names sort by time.
     *
     * @param end what tells it from another of the same moment and rule: letters, digits, {@code _} or {@code -}
     * @return {@code violation_20250103T101530.500000Z_memory_17} for the first report, without an extension; ASCII without blanks
     */
    public String fileName(String end) {
        ViolationReport first = reports.get(0);
        String time = Rfc3339.format(first.alert().updated()).replaceAll("[-:]", "");
        String rule = first.alert().key().rule().replaceAll("[^A-Za-z0-9_-]", "_");
        String shown = rule.substring(0, Math.min(rule.length(), LONGEST_RULE));
        return "violation_" + time + "_" + shown + "_" + end;
    }
}
