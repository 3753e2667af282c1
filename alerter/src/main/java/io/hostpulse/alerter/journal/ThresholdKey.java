package io.hostpulse.alerter.journal;

import io.hostpulse.common.alert.AlertLevel;
import java.util.Comparator;

/**
 * Which threshold.
 *
 * @param rule the rule's name
 * @param level the level
 */
public record ThresholdKey(String rule, AlertLevel level) implements Comparable<ThresholdKey> {

    private static final Comparator<ThresholdKey> ORDER =
            Comparator.comparing(ThresholdKey::rule).thenComparing(ThresholdKey::level);

    @Override
    public int compareTo(ThresholdKey other) {
        return ORDER.compare(this, other);
    }
}
