package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/** Shows past alerts to programs: the alert's own fields, and what happened to it. */
public final class OccurrenceFields {

    private static final double NANOS_PER_SECOND = 1e9;

    private OccurrenceFields() {}

    /**
     * Builds the document of a history.
     *
     * @param history what was found
     * @param now the present time, epoch nanoseconds
     * @return its fields
     */
    public static Fields of(History history, long now) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(now))
                .put(
                        "alerts",
                        history.occurrences().stream().map(one -> of(one, now)).toList())
                .put("left_out", history.leftOut())
                .put(
                        "incomplete",
                        history.trouble().stream().map(Value.Text::new).toList())
                .build();
    }

    static Fields of(Occurrence occurrence, long now) {
        Fields.Builder fields = Fields.builder();
        AlertFields.of(occurrence.alert()).values().forEach(fields::put);
        fields.put("duration_seconds", occurrence.alert().duration(now) / NANOS_PER_SECOND)
                .put("worst_level", occurrence.worst().name())
                .put("ending", occurrence.ending());
        if (!occurrence.context().fields().values().isEmpty()) {
            fields.put("context", occurrence.context().fields());
        }
        return fields.put(
                        "steps",
                        occurrence.steps().all().stream()
                                .map(OccurrenceFields::of)
                                .toList())
                .put("steps_left_out", occurrence.steps().leftOut())
                .put(
                        "deliveries",
                        occurrence.deliveries().all().stream()
                                .map(OccurrenceFields::of)
                                .toList())
                .put("deliveries_left_out", occurrence.deliveries().leftOut())
                .build();
    }

    private static Fields of(Step step) {
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(step.at()))
                .put("event", step.event())
                .put("level", step.level().name());
        step.value().ifPresent(value -> fields.put("value", value));
        return fields.put("text", step.text()).build();
    }

    private static Fields of(Delivery delivery) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(delivery.at()))
                .put("handler", delivery.handler())
                .put("key", delivery.key())
                .put("fate", delivery.fate())
                .put("tries", delivery.tries())
                .put("took_seconds", delivery.took() / NANOS_PER_SECOND)
                .put("answer", delivery.answer())
                .build();
    }
}
