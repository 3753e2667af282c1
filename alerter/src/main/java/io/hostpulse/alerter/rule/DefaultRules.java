package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.List;

/** The rules that are there without being written. One whose metric does not exist on a machine is idle. */
final class DefaultRules {

    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final List<Rule> ALL = List.of(
            percent("memory", "memory.percentage", 80, 90)
                    .metricName("usage_percent")
                    .build(),
            percent("disk", "disk.mounts[*].percentage", 85, 95)
                    .by(List.of("path"))
                    .metricName("usage_percent")
                    .build(),
            RuleBuilder.of("disk_free", "disk.free")
                    .comparison(Comparison.LESS_THAN)
                    .limit(AlertLevel.WARNING, GIB)
                    .message("Low disk space: {value} free (threshold: {threshold})")
                    .build(),
            percent("processor", "processor.usage_percent", 80, 95)
                    .holdFor(SHORT)
                    .build(),
            // A few that nobody has asked for yet are normal; many are a parent that forgets its children.
            percent("zombies", "process.states.zombie", 10, 100)
                    .metricName("zombies")
                    .holdFor(MINUTE)
                    .build(),
            // Below 80 °C every card is within its limits; from about 90 °C on most slow down.
            percent("gpu_temperature", "gpu.gpus[*].temperature", 80, 90)
                    .by(List.of("uuid", "id"))
                    .limit(AlertLevel.WARNING, 80, 75)
                    .limit(AlertLevel.CRITICAL, 90, 85)
                    .holdFor(SHORT)
                    .build(),
            RuleBuilder.of("stale", "*")
                    .comparison(Comparison.STALE)
                    .limit(AlertLevel.WARNING, 10)
                    // A collector that is started again needs a few seconds.
                    .atLeast(15)
                    .build(),
            RuleBuilder.of("no_data", "*")
                    .comparison(Comparison.NO_DATA)
                    .limit(AlertLevel.WARNING, MINUTE.toSeconds())
                    .build(),
            counter("records_lost", "pipeline.consumers[*].lost", 0)
                    .message("Records were removed before{where} had read them: {value} (docs/OPERATIONS.md)")
                    .build(),
            counter("records_refused", "pipeline.processes[*].counters.records_refused_total", 0)
                    .message("Records are not written, because the disk is nearly full: {value}{where}")
                    .build(),
            counter("records_missing", "pipeline.processes[*].counters.records_missing_total", 0)
                    .message("Records are missing in a queue: {value}{where}")
                    .build(),
            counter("queue_damaged", "pipeline.processes[*].counters.damages_total", 0)
                    .message("Damaged places in a queue: {value}{where}; see 'hostpulse queues verify'")
                    .build(),
            // One in a hundred of two a second.
            counter("samples_missed", "pipeline.processes[*].counters.ticks_missed_total", 72)
                    .message("Moments at which a source could not be read: {value}{where}")
                    .build());

    private DefaultRules() {}

    static List<Rule> all() {
        return ALL;
    }

    private static RuleBuilder percent(String name, String metric, double warning, double critical) {
        return RuleBuilder.of(name, metric).limit(AlertLevel.WARNING, warning).limit(AlertLevel.CRITICAL, critical);
    }

    // Grows only when something is lost; the alert is over when it has not grown for ten minutes.
    private static RuleBuilder counter(String name, String metric, double perHour) {
        WindowFunction growth = new WindowFunction.Rate(WindowFunction.TimeUnit.HOUR);
        return RuleBuilder.of(name, metric)
                .measure(new Measure(growth, TEN_MINUTES, Measure.NEWEST.limit(), ""))
                .limit(AlertLevel.WARNING, perHour);
    }
}
