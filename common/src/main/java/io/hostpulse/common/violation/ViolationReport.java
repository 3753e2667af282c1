package io.hostpulse.common.violation;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.OptionalDouble;

/**
 * What is exported about a violation: when, where, what, how much, and what else was measured at that moment. It holds nothing of
 * the configuration but the name of the rule and the pace of the source, so no secret can be in it. Immutable.
 *
 * @param alert the alert as it stood at that moment
 * @param allMetrics everything the source measured then, or why that is not known
 * @param source the source's name, interval and process, or why they are not known
 */
public record ViolationReport(Alert alert, Value allMetrics, Value source) {

    /**
     * Reports an alert alone.
     *
     * @param alert any alert
     * @param why why nothing else is told
     * @return the report without what else was measured
     */
    public static ViolationReport without(Alert alert, String why) {
        return new ViolationReport(alert, new Value.Missing(why), new Value.Missing(why));
    }

    /**
     * Writes it down. Texts are as the machine gave them, with halves of characters replaced, cut
     * at 4096 characters.
     *
     * @return {@code timestamp}, {@code data_source}, {@code metric_name}, {@code value}, {@code threshold_violated}, which is false
     *     once the alert is over, {@code threshold_value} and {@code metadata}
     */
    public Fields fields() {
        Fields fields = Fields.builder()
                .put("timestamp", Rfc3339.format(alert.updated()))
                .put("data_source", alert.component())
                .put("metric_name", alert.metric())
                .put("value", number(alert.measured().value()))
                .put("threshold_violated", alert.resolved().isEmpty())
                .put("threshold_value", number(alert.measured().threshold()))
                .put("metadata", metadata())
                .build();
        return WellFormed.of(fields);
    }

    // Of a source that gives no data there is no value, and some rules have no threshold.
    private static Value number(OptionalDouble number) {
        return number.isPresent() ? new Value.Real(number.getAsDouble()) : new Value.Missing("there is none");
    }

    private Fields metadata() {
        return Fields.builder()
                .put("alert", alert.id())
                .put("message", alert.message())
                .put("since", Rfc3339.format(alert.since()))
                .put("rule", rule())
                .put("all_metrics", allMetrics)
                .put("data_source_config", source)
                .build();
    }

    private Fields rule() {
        Fields.Builder labels = Fields.builder();
        alert.labels().forEach(labels::put);
        return Fields.builder()
                .put("name", alert.key().rule())
                .put("dimension", alert.key().dimension())
                .put("level", alert.level().name())
                .put("labels", labels.build())
                .build();
    }
}
