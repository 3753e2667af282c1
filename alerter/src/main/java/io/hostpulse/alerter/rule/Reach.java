package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.Map;

/** How far back a rule looks. */
final class Reach {

    private static final double MILLIS = 1e3;

    private Reach() {}

    /** A sum, because a window must be full before anything can hold for a time, and that before it can flap. */
    static Duration of(Rule rule, Duration interval) {
        Patience patience = rule.patience();
        return window(rule.measure())
                .plus(patience.holdFor())
                .plus(interval.multipliedBy(patience.of()))
                .plus(patience.keepFiringFor())
                .plus(absence(rule, interval))
                .plus(rule.flapping().window());
    }

    private static Duration window(Measure measure) {
        return measure.isNewest() ? Duration.ZERO : measure.over();
    }

    private static Duration absence(Rule rule, Duration interval) {
        double limit = rule.limits().entrySet().stream()
                .map(Map.Entry<AlertLevel, Limit>::getValue)
                .mapToDouble(one -> one instanceof Limit.Number number ? number.value() : 0)
                .max()
                .orElse(0);
        return switch (rule.comparison()) {
            case NO_DATA -> millis(limit);
            case STALE ->
                millis(Math.max(
                        limit * interval.toMillis() / MILLIS, rule.condition().atLeast()));
            default -> Duration.ZERO;
        };
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (seconds * MILLIS));
    }
}
