package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import java.util.OptionalLong;

/** Ends an alert whose rule is no longer there. */
final class Orphan {

    private Orphan() {}

    static Transition resolved(Alert alert, long now) {
        long at = Math.max(now, alert.since());
        Alert over = new Alert(
                alert.id(),
                alert.key(),
                alert.component(),
                alert.metric(),
                alert.level(),
                AlertState.RESOLVED,
                alert.measured(),
                alert.message(),
                alert.since(),
                at,
                OptionalLong.of(at),
                alert.flapping(),
                alert.acknowledged(),
                alert.notes(),
                alert.labels());
        return new Transition.Resolved(over, ResolveReason.RULE_REMOVED);
    }
}
