package io.hostpulse.prometheus.table;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The user's own streams, of the types http, command and textfile: values under names that only the user knows. */
final class UserMetrics {

    static final Metric VALUE = new Metric("hostpulse_value", "A value of a stream of your own");
    static final Metric RESPONSE = new Metric("hostpulse_http_response_seconds", "How long a URL took to answer");
    static final Metric STATUS = new Metric("hostpulse_http_status", "Status of a URL's answer");
    static final Metric DURATION = new Metric("hostpulse_command_seconds", "How long a program ran");
    static final Metric EXIT = new Metric("hostpulse_command_exit_code", "How a program ended");

    private static final List<Row> ROWS = List.of(
            row(RESPONSE, "response_time_ms", Scale.MILLIS),
            row(STATUS, "status", Scale.NONE),
            row(DURATION, "duration_ms", Scale.MILLIS),
            row(EXIT, "exit_code", Scale.NONE));

    private static final Set<String> OWN_LABELS = Set.of("stream", "name");

    private UserMetrics() {}

    private static Row row(Metric metric, String path, Scale scale) {
        return new Row(metric, "", FieldPath.parse(path), scale, "", List.of());
    }

    static List<Metric> all() {
        return List.of(VALUE, RESPONSE, STATUS, DURATION, EXIT);
    }

    static void add(Families families, String stream, Fields record) {
        for (Row row : ROWS) {
            row.path().visit(record, (value, place) -> row.scale()
                    .of(value)
                    .ifPresent(number -> families.add(row.metric(), Map.of("stream", stream), number)));
        }
        object(record, "values").values().forEach((name, value) -> add(families, labels(stream, name), value));
        object(record, "series").values().forEach((name, list) -> series(families, stream, name, list));
    }

    private static void series(Families families, String stream, String name, Value list) {
        if (list instanceof Value.Sequence series) {
            for (Value each : series.values()) {
                if (each instanceof Fields one) {
                    Map<String, String> labels = labels(stream, name);
                    object(one, "labels").values().forEach((label, value) -> put(labels, label, value));
                    one.get("value").ifPresent(value -> add(families, labels, value));
                }
            }
        }
    }

    /** As Prometheus does when a label is taken already. Names that begin with two underscores are its own, and others have no form. */
    private static void put(Map<String, String> labels, String label, Value value) {
        if (value instanceof Value.Text text && isLabel(label)) {
            labels.put(OWN_LABELS.contains(label) ? "exported_" + label : label, text.value());
        }
    }

    private static boolean isLabel(String name) {
        return !name.startsWith("__") && PrometheusNaming.isValidLegacyLabelName(name);
    }

    private static void add(Families families, Map<String, String> labels, Value value) {
        Scale.NONE.of(value).ifPresent(number -> families.add(VALUE, labels, number));
    }

    private static Map<String, String> labels(String stream, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("stream", stream);
        labels.put("name", name);
        return labels;
    }

    private static Fields object(Fields fields, String name) {
        return fields.get(name).orElse(Fields.NONE) instanceof Fields found ? found : Fields.NONE;
    }
}
