package io.hostpulse.alerter.notify;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;

/** The form of what else was going on, in the journal and in notifications. Thread-safe. */
public final class ContextFields {

    private ContextFields() {}

    /**
     * Writes it down.
     *
     * @param context what was going on
     * @return its fields; values that are no number are left out
     */
    public static Fields of(AlertContext context) {
        Fields.Builder fields = Fields.builder()
                .put(
                        "processes",
                        context.processes().stream().map(ContextFields::process).toList())
                .put(
                        "recent",
                        context.recent().stream()
                                .filter(point -> Double.isFinite(point.value()))
                                .map(ContextFields::point)
                                .toList());
        return context.unknown().isEmpty()
                ? fields.build()
                : fields.put("processes_unknown", context.unknown()).build();
    }

    private static Fields process(AlertContext.TopProcess process) {
        return Fields.builder()
                .put("pid", process.pid())
                .put("name", process.name())
                .put("user", process.user())
                .put("use", process.use())
                .build();
    }

    private static Fields point(AlertContext.Point point) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(point.at()))
                .put("value", point.value())
                .build();
    }
}
