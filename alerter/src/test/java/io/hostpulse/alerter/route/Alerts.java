package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.alert.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Alerts as the rules would raise them. A name is {@code component/rule} or {@code component/rule{dimension}}. */
final class Alerts {

    static final long SECOND = 1_000_000_000L;

    private Alerts() {}

    static Alert on(String name, AlertLevel level, long since) {
        String component = name.substring(0, name.indexOf('/'));
        AlertKey key = key(name);
        return new Alert(
                key.id(since),
                key,
                component,
                "percentage",
                level,
                AlertState.FIRING,
                Measured.of(91, 90),
                name + " is high",
                since,
                since,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of("team", "ops"));
    }

    static AlertKey key(String name) {
        String rest = name.substring(name.indexOf('/') + 1);
        int brace = rest.indexOf('{');
        return brace < 0
                ? new AlertKey(rest, "")
                : new AlertKey(rest.substring(0, brace), rest.substring(brace + 1, rest.length() - 1));
    }

    static Alert with(Alert alert, AlertLevel level, AlertState state, boolean flapping, long now) {
        return new Alert(
                alert.id(),
                alert.key(),
                alert.component(),
                alert.metric(),
                level,
                state,
                alert.measured(),
                alert.message(),
                alert.since(),
                now,
                state == AlertState.RESOLVED ? OptionalLong.of(now) : OptionalLong.empty(),
                flapping,
                state == AlertState.ACKNOWLEDGED ? Optional.of(new Note(now, "ann", "on it")) : Optional.empty(),
                alert.notes(),
                alert.labels());
    }
}
