package io.hostpulse.prometheus.table;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.prometheus.state.HostState;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The alerts that are on. When the alerter does not run they are those that it knew last, and {@code hostpulse_alerter_up} is 0. */
final class AlertMetrics {

    static final Metric FIRING =
            new Metric("hostpulse_alert_firing", "There while an alert is on; value 1, and absent when it is over");
    static final Metric SINCE = new Metric("hostpulse_alert_since_seconds", "When it began, since 1970");
    static final Metric COUNT = new Metric("hostpulse_alerts", "Alerts that are on, by severity");

    private static final double NANOS_PER_SECOND = 1e9;

    private AlertMetrics() {}

    static List<Metric> all() {
        return List.of(FIRING, SINCE, COUNT);
    }

    static void add(Families families, HostState host) {
        for (Alert alert : host.alerts()) {
            families.add(FIRING, labels(alert), 1);
            families.add(SINCE, labels(alert), alert.since() / NANOS_PER_SECOND);
        }
        if (host.alerterUp()) {
            count(families, host.alerts());
        }
    }

    /** Only while somebody looks: a 0 says that nothing is wrong. */
    private static void count(Families families, List<Alert> alerts) {
        for (AlertLevel level : AlertLevel.values()) {
            long count = alerts.stream().filter(alert -> alert.level() == level).count();
            families.add(COUNT, Map.of("severity", severity(level)), count);
        }
    }

    /** Its message and its value change too often for labels. */
    private static Map<String, String> labels(Alert alert) {
        return Map.of(
                "alertname", alert.key().rule(),
                "dimension", alert.key().dimension(),
                "component", alert.component(),
                "metric", alert.metric(),
                "severity", severity(alert.level()),
                "acknowledged", Boolean.toString(alert.state() == AlertState.ACKNOWLEDGED));
    }

    private static String severity(AlertLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
