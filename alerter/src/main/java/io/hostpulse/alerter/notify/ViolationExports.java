package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.violation.ViolationExport;
import io.hostpulse.common.violation.ViolationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes of a notification what the exporter writes to files about violations.
 *
 * @param reader adds to an alert what else was measured
 */
public record ViolationExports(Function<Alert, ViolationReport> reader) {

    /** All that a stream has measured may be 20 KB and more, and a group may hold hundreds of alerts. */
    private static final int MOST_WITH_METRICS = 20;

    /**
     * Reports all alerts of a notification.
     *
     * @param notification any notification
     * @return a report for each alert, in their order; those of the first twenty with everything that was measured
     */
    public ViolationExport of(Notification notification) {
        List<ViolationReport> reports = new ArrayList<>();
        for (Alert alert : notification.alerts()) {
            reports.add(
                    reports.size() < MOST_WITH_METRICS
                            ? reader.apply(alert)
                            : ViolationReport.without(
                                    alert, "only the first " + MOST_WITH_METRICS + " of a notification have it"));
        }
        return new ViolationExport(reports);
    }
}
