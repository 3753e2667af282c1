package io.hostpulse.prometheus.state;

import io.hostpulse.common.alert.Alert;
import java.util.Collection;
import java.util.List;

/**
 * Everything that is shown at one moment.
 *
 * @param now the moment, epoch nanoseconds
 * @param streams the streams of measurements
 * @param alerts the alerts that are on
 * @param alerterUp whether somebody looks at present whether alerts begin or end
 */
public record HostState(long now, List<StreamState> streams, List<Alert> alerts, boolean alerterUp) {

    /** Copies the lists. */
    public HostState {
        streams = List.copyOf(streams);
        alerts = List.copyOf(alerts);
    }

    /**
     * The same with alerts in any collection.
     *
     * @param now the moment, epoch nanoseconds
     * @param streams the streams of measurements
     * @param alerts the alerts that are on
     * @param alerterUp whether somebody looks at present whether alerts begin or end
     * @return the state
     */
    public static HostState of(long now, List<StreamState> streams, Collection<Alert> alerts, boolean alerterUp) {
        return new HostState(now, streams, List.copyOf(alerts), alerterUp);
    }
}
