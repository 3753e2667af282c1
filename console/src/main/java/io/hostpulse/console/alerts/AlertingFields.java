package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Locale;

/** Sums up to programs what is on, and who cannot be told. */
public final class AlertingFields {

    private AlertingFields() {}

    /**
     * Builds the summary.
     *
     * @param overview what was found
     * @return {@code known}, counts by level, and the handlers in trouble
     */
    public static Fields of(Overview overview) {
        Fields.Builder fields = Fields.builder();
        AlertsFields.addWatch(fields, overview.watch());
        for (AlertLevel level : AlertLevel.values()) {
            String name = level.name().toLowerCase(Locale.ROOT);
            // What is not known now is not 0.
            overview.watch()
                    .complaint()
                    .ifPresentOrElse(why -> fields.missing(name, why), () -> fields.put(name, count(overview, level)));
        }
        overview.watch().view().ifPresent(view -> fields.put(
                        "pending", view.pending().size() + view.leftOut().pending())
                .put(
                        "handlers_in_trouble",
                        view.handlers().stream()
                                .filter(HandlersText::needsALook)
                                .map(handler -> new Value.Text(handler.name()))
                                .toList()));
        return fields.build();
    }

    private static long count(Overview overview, AlertLevel level) {
        return overview.on().stream().filter(alert -> alert.level() == level).count();
    }
}
