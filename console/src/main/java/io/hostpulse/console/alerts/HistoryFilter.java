package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import java.util.Optional;

/**
 * Which alerts of the past are wanted: those that were on at some moment between two times.
 *
 * @param since the first moment, epoch nanoseconds
 * @param until the moment after the last one, epoch nanoseconds
 * @param rule a pattern for the rule's name, if that matters
 * @param component a pattern for the component, if that matters
 * @param level how bad an alert has to have been at least, if that matters
 */
public record HistoryFilter(
        long since, long until, Optional<String> rule, Optional<String> component, Optional<AlertLevel> level) {

    boolean takes(Alert alert) {
        return alert.since() < until
                && alert.resolved().orElse(Long.MAX_VALUE) >= since
                && fits(rule, alert.key().rule())
                && fits(component, alert.component());
    }

    private static boolean fits(Optional<String> pattern, String text) {
        return pattern.map(written -> NamePattern.of(written).matches(text)).orElse(true);
    }

    boolean takes(Occurrence occurrence) {
        return level.map(least -> occurrence.worst().compareTo(least) >= 0).orElse(true);
    }
}
