package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import java.util.List;
import java.util.Optional;

/**
 * Some alerts, the newest first.
 *
 * @param alerts the alerts
 * @param next behind which place the next page begins, if there is one
 * @param missing how many entries of the journal could not be read
 */
public record AlertPage(List<Alert> alerts, Optional<AlertPlace> next, long missing) {

    /** Copies the list. */
    public AlertPage {
        alerts = List.copyOf(alerts);
    }
}
