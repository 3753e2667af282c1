package io.hostpulse.client.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the broker understood of a subscription.
 *
 * @param streams those that are wanted and exist now
 * @param interval the time between two messages
 * @param isDelta whether only changes are sent over the line
 * @param alerts whether each change of an alert is told
 * @param recovered whether everything since then is still there; empty when nothing was to be sent again
 * @param reasons what is lost; empty when nothing is
 * @param ignored fields of the subscription that this broker does not know
 */
public record Subscribed(
        List<String> streams,
        Duration interval,
        boolean isDelta,
        boolean alerts,
        Optional<Boolean> recovered,
        List<String> reasons,
        List<String> ignored)
        implements Message {

    /** Copies the lists. */
    public Subscribed {
        streams = List.copyOf(streams);
        reasons = List.copyOf(reasons);
        ignored = List.copyOf(ignored);
    }
}
