package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.common.alert.Alert;
import java.util.List;

/**
 * While a source is on, its targets are not told: they follow from it.
 *
 * @param name what it is called
 * @param source the alerts that hold back
 * @param target the alerts that are held back
 * @param equal what both must have in common
 */
record Inhibition(String name, AlertMatcher source, AlertMatcher target, List<Attribute> equal) {

    Inhibition {
        equal = List.copyOf(equal);
    }

    /** Two alerts with the same of these have everything in common that they must. */
    List<String> common(Alert alert) {
        return equal.stream().map(attribute -> attribute.of(alert)).toList();
    }
}
