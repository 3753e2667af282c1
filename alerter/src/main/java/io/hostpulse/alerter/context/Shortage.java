package io.hostpulse.alerter.context;

import io.hostpulse.alerter.rule.MetricTrail;
import java.util.Optional;

/** What there may be too little of because processes use it. */
enum Shortage {
    PROCESSOR,
    MEMORY,
    IO;

    /** What an alert's metric is about; nothing when no process is to blame for it, or when only its data does not come. */
    static Optional<Shortage> of(MetricTrail trail) {
        return trail.isAboutAbsence() ? Optional.empty() : of(trail.stream().value(), trail.metric());
    }

    static Optional<Shortage> of(String stream, String metric) {
        return switch (stream) {
            case "processor" -> Optional.of(PROCESSOR);
            case "memory" -> Optional.of(MEMORY);
            case "disk" -> Optional.of(IO);
            default -> pressure(metric);
        };
    }

    // system.pressure.cpu.some.avg10 and its like.
    private static Optional<Shortage> pressure(String metric) {
        if (metric.contains(".pressure.cpu")) {
            return Optional.of(PROCESSOR);
        }
        if (metric.contains(".pressure.memory")) {
            return Optional.of(MEMORY);
        }
        return metric.contains(".pressure.io") ? Optional.of(IO) : Optional.empty();
    }
}
