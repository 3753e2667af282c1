package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.JsonForm;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is written about a violation: when, where, what, how much, and what else was measured at that moment. It holds nothing of
 * the configuration but the name of the rule and the pace of the source, so no secret can be in it.
 */
final class ViolationReport {

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

    private final Fields fields;
    private final Alert alert;

    private ViolationReport(Fields fields, Alert alert) {
        this.fields = fields;
        this.alert = alert;
    }

    static ViolationReport of(Violation violation, DataDirectory data) {
        Alert alert = violation.alert();
        Fields fields = Fields.builder()
                .put("timestamp", Rfc3339.format(alert.updated()))
                .put("data_source", alert.component())
                .put("metric_name", alert.metric())
                .put("value", number(alert.measured().value()))
                .put("threshold_violated", true)
                .put("threshold_value", number(alert.measured().threshold()))
                .put("metadata", metadata(alert, data))
                .build();
        return new ViolationReport(fields, alert);
    }

    // Of a source that gives no data there is no value, and some rules have no threshold.
    private static Value number(OptionalDouble number) {
        return number.isPresent() ? new Value.Real(number.getAsDouble()) : new Value.Missing("there is none");
    }

    private static Fields metadata(Alert alert, DataDirectory data) {
        Fields.Builder labels = Fields.builder();
        alert.labels().forEach(labels::put);
        Fields rule = Fields.builder()
                .put("name", alert.key().rule())
                .put("dimension", alert.key().dimension())
                .put("level", alert.level().name())
                .put("labels", labels.build())
                .build();
        Fields.Builder metadata = Fields.builder()
                .put("alert", alert.id())
                .put("message", alert.message())
                .put("since", Rfc3339.format(alert.since()))
                .put("rule", rule);
        if (!StreamName.isValid(alert.component())) {
            return metadata.missing("all_metrics", "the rule names a component that is no stream")
                    .build();
        }
        Path stream = new QueueDirectory(data.queues()).of(new StreamName(alert.component()));
        return metadata.put("all_metrics", Moment.of(stream, alert.updated()))
                .put("data_source_config", source(stream))
                .build();
    }

    private static Value source(Path stream) {
        try {
            StreamDescriptor descriptor = StreamDescriptor.readFrom(stream);
            return Fields.builder()
                    .put("name", descriptor.name().value())
                    .put("interval_ms", descriptor.interval().toMillis())
                    .put("process", descriptor.writer())
                    .build();
        } catch (IOException e) {
            return new Value.Missing("the rule names a component that is no stream");
        }
    }

    String json() {
        return JsonForm.pretty(new PayloadWriter().text(fields)) + "\n";
    }

    String csv() {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> fields.get(column).ifPresent(value -> cells.put(column, cell(value))));
        cells.put("level", alert.level().name());
        cells.put("message", CsvForm.guarded(alert.message()));
        return CsvForm.header(COLUMNS) + CsvForm.row(COLUMNS, cells);
    }

    private static String cell(Value value) {
        if (value instanceof Value.Missing) {
            return "";
        }
        return value instanceof Value.Text text ? CsvForm.guarded(text.value()) : new PayloadWriter().text(value);
    }
}
