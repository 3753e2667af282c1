package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A rule in words.
 *
 * @param name its key in the configuration
 * @param metric its path
 * @param condition the comparison, as it is configured
 * @param function what is computed from the values, such as {@code average}; empty for the newest value
 * @param over from the values of this time; zero for the newest value
 * @param thresholds by level
 * @param shown the thresholds with their units, for people
 * @param holdFor for how long it must be violated
 * @param violations how many of the newest values must be violations
 * @param of among how many
 */
public record RuleDescription(
        String name,
        String metric,
        String condition,
        String function,
        Duration over,
        Map<AlertLevel, Limit> thresholds,
        Map<AlertLevel, String> shown,
        Duration holdFor,
        int violations,
        int of) {

    /** Copies the maps, by level. */
    public RuleDescription {
        thresholds = Collections.unmodifiableMap(new EnumMap<>(thresholds));
        shown = Collections.unmodifiableMap(new EnumMap<>(shown));
    }

    static RuleDescription of(Rule rule) {
        Measure measure = rule.measure();
        Map<AlertLevel, String> shown = new EnumMap<>(AlertLevel.class);
        rule.limits().forEach((level, limit) -> shown.put(level, shown(rule, limit)));
        return new RuleDescription(
                rule.name(),
                rule.metric().toString(),
                rule.comparison().name().toLowerCase(Locale.ROOT),
                measure.isNewest() ? "" : word(measure.function()),
                measure.isNewest() ? Duration.ZERO : measure.over(),
                rule.limits(),
                shown,
                rule.patience().holdFor(),
                rule.patience().violations(),
                rule.patience().of());
    }

    private static String shown(Rule rule, Limit limit) {
        if (limit instanceof Limit.Word word) {
            return word.text();
        }
        if (limit instanceof Limit.Range range) {
            return shown(rule, range.low()) + " to " + shown(rule, range.high());
        }
        return shown(rule, ((Limit.Number) limit).value());
    }

    private static String shown(Rule rule, double number) {
        return rule.comparison() == Comparison.STALE
                ? Unit.NONE.format(number) + " intervals"
                : rule.unit().format(number);
    }

    private static String word(WindowFunction function) {
        if (function instanceof WindowFunction.Percentile percentile) {
            return "p" + Unit.NONE.format(percentile.percent());
        }
        return function instanceof WindowFunction.TimeUntil
                ? "time_until_full"
                : function.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
