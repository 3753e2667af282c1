package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/** Shows to programs what is on. */
public final class AlertsFields {

    private static final double NANOS_PER_SECOND = 1e9;

    private AlertsFields() {}

    /**
     * Builds the document.
     *
     * @param overview what was found
     * @return {@code known} and the alerts; where nobody watches, {@code known} is false and {@code problem} says why
     */
    public static Fields of(Overview overview) {
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(overview.watch().now()));
        addWatch(fields, overview.watch());
        fields.put(
                "alerts",
                overview.on().stream().map(alert -> alert(overview, alert)).toList());
        overview.watch().view().ifPresent(view -> fields.put(
                        "pending",
                        overview.pending().stream().map(AlertFields::of).toList())
                .put("pending_left_out", view.leftOut().pending()));
        return fields.put(
                        "incomplete",
                        overview.trouble().stream().map(Value.Text::new).toList())
                .build();
    }

    private static Fields alert(Overview overview, Alert alert) {
        Fields.Builder fields = Fields.builder();
        AlertFields.of(alert).values().forEach(fields::put);
        overview.silence(alert).ifPresent(id -> fields.put("silence", id));
        return fields.build();
    }

    static void addWatch(Fields.Builder fields, Watch watch) {
        fields.put("known", watch.isCurrent());
        watch.complaint().ifPresent(problem -> fields.put("problem", problem));
        watch.age().ifPresent(age -> fields.put("age_seconds", age / NANOS_PER_SECOND));
    }
}
