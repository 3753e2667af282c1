package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * When a rule is violated, and when no longer.
 *
 * @param comparison the comparison
 * @param tolerance how far numbers may differ and still be equal
 * @param enter by level, what begins it; at least one
 * @param leave by level, what must no longer be violated to end it; the same levels
 * @param atLeast with {@link Comparison#STALE}, the shortest time in seconds, however short the interval is
 */
record Condition(
        Comparison comparison,
        double tolerance,
        Map<AlertLevel, Limit> enter,
        Map<AlertLevel, Limit> leave,
        double atLeast) {

    Condition {
        enter = Collections.unmodifiableMap(new EnumMap<>(enter));
        leave = Collections.unmodifiableMap(new EnumMap<>(leave));
    }

    AlertLevel lowest() {
        return enter.keySet().iterator().next();
    }

    /** Replaces one limit. Its hysteresis keeps its distance from it. */
    Condition with(AlertLevel level, double value) {
        Map<AlertLevel, Limit> newEnter = new EnumMap<>(enter);
        Map<AlertLevel, Limit> newLeave = new EnumMap<>(leave);
        double margin = margin(level);
        newEnter.put(level, new Limit.Number(value));
        newLeave.put(level, new Limit.Number(value + margin));
        return new Condition(comparison, tolerance, newEnter, newLeave, atLeast);
    }

    /** How far behind its threshold a level ends; 0 when it has no number. */
    double margin(AlertLevel level) {
        return enter.get(level) instanceof Limit.Number from && leave.get(level) instanceof Limit.Number to
                ? to.value() - from.value()
                : 0;
    }
}
