package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.util.Optional;

/**
 * Which alerts somebody wants to see.
 *
 * @param states where they stand
 * @param level how bad they are, if that matters
 * @param component what they are about, if that matters
 * @param from those that were over before are left out, epoch nanoseconds
 * @param before only those behind this place
 * @param limit how many at most
 */
public record AlertFilter(
        States states,
        Optional<AlertLevel> level,
        Optional<String> component,
        long from,
        Optional<AlertPlace> before,
        int limit) {

    /** Where alerts can stand. */
    public enum States {
        /** They are on, acknowledged or not. */
        ACTIVE,
        /** They may come. */
        PENDING,
        /** They are over. */
        RESOLVED,
        /** Any of these. */
        ALL
    }

    boolean matches(Alert alert) {
        return (states == States.ALL || states == state(alert))
                && level.map(alert.level()::equals).orElse(true)
                && component.map(alert.component()::equals).orElse(true)
                && before.map(place -> place.compareTo(AlertPlace.of(alert)) < 0)
                        .orElse(true);
    }

    private static States state(Alert alert) {
        if (alert.isActive()) {
            return States.ACTIVE;
        }
        return alert.state() == AlertState.PENDING ? States.PENDING : States.RESOLVED;
    }
}
