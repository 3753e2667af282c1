package io.hostpulse.alerter.replay;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Alerts for tests, with times in seconds. */
final class RecordedAlerts {

    private static final long SECOND = 1_000_000_000L;

    private RecordedAlerts() {}

    /** Reads for example {@code memory W 10-20} or {@code disk:/home C 5-}: rule, dimension, level, beginning and end. */
    static Occurrence occurrence(String text) {
        String[] parts = text.strip().split(" +", -1);
        String[] key = parts[0].split(":", 2);
        String[] times = parts[2].split("-", 2);
        OptionalLong end =
                times[1].isEmpty() ? OptionalLong.empty() : OptionalLong.of(SECOND * Long.parseLong(times[1]));
        return Occurrence.of(
                alert(
                        new AlertKey(key[0], key.length > 1 ? key[1] : ""),
                        parts[1].equals("C") ? AlertLevel.CRITICAL : AlertLevel.WARNING,
                        SECOND * Long.parseLong(times[0]),
                        end),
                "the value is normal again");
    }

    static Alert alert(AlertKey key, AlertLevel level, long since, OptionalLong end) {
        return new Alert(
                key.id(since),
                key,
                key.rule(),
                "percentage",
                level,
                end.isPresent() ? AlertState.RESOLVED : AlertState.FIRING,
                Measured.of(90, 80),
                "High " + key.rule(),
                since,
                end.orElse(since),
                end,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
