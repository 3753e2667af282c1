package io.hostpulse.prometheus.table;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One line of a table: how a field becomes a metric.
 *
 * @param metric the metric; several lines may have the same, with different labels
 * @param stream where the field is
 * @param path which field
 * @param scale from its unit to the metric's
 * @param other a field beside it that is added, or taken away when {@code -} stands before it; empty for none
 * @param labels the labels
 */
record Row(Metric metric, String stream, FieldPath path, Scale scale, String other, List<LabelRule> labels) {

    static Row of(String metric, String help, String stream, String path, Scale scale, String... labels) {
        List<LabelRule> rules = List.of(labels).stream().map(LabelRule::parse).toList();
        return new Row(new Metric(metric, help), stream, FieldPath.parse(path), scale, "", rules);
    }

    Row with(String field) {
        return new Row(metric, stream, path, scale, field, labels);
    }

    void addTo(Families families, Fields record) {
        path.visit(record, (value, place) -> {
            OptionalDouble number = scale.of(value);
            OptionalDouble sum = other.isEmpty() ? number : sum(number, place.holder());
            sum.ifPresent(known -> families.add(metric, labels(place), known));
        });
    }

    /** Unknown when either part is. */
    private OptionalDouble sum(OptionalDouble number, Fields holder) {
        boolean isMinus = other.startsWith("-");
        Value second = holder.get(isMinus ? other.substring(1) : other).orElse(new Value.Missing("absent"));
        OptionalDouble scaled = scale.of(second);
        if (number.isEmpty() || scaled.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number.getAsDouble() + (isMinus ? -scaled.getAsDouble() : scaled.getAsDouble()));
    }

    private Map<String, String> labels(FieldPath.Place place) {
        Map<String, String> found = new LinkedHashMap<>();
        for (LabelRule rule : labels) {
            rule.value(place).ifPresent(value -> found.put(rule.label(), value));
        }
        return found;
    }

    /** Where its values come from, for the documentation. */
    String source() {
        String text = stream + " " + path;
        if (other.isEmpty()) {
            return text;
        }
        return other.startsWith("-") ? text + " − " + other.substring(1) : text + " + " + other;
    }

    String labelNames() {
        return labels.stream().map(LabelRule::label).collect(Collectors.joining(", "));
    }
}
