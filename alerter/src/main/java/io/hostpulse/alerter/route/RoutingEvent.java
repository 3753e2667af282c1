package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.common.alert.Alert;

/** What the router is told. */
public sealed interface RoutingEvent {

    /**
     * An alert changed.
     *
     * @param alert as it stands now
     */
    record AlertChanged(Alert alert) implements RoutingEvent {}

    /**
     * Somebody wants a silence, or changes one.
     *
     * @param silence the silence; it takes the place of one with the same id, also of one from the configuration
     */
    record SilenceSet(Silence silence) implements RoutingEvent {}

    /**
     * Somebody ends a silence, also one from the configuration. It stays in the list.
     *
     * @param id which; one that does not exist is passed over
     */
    record SilenceExpired(String id) implements RoutingEvent {}

    /**
     * Somebody removes a silence. One from the configuration can only be ended.
     *
     * @param id which; one that does not exist is passed over
     */
    record SilenceDeleted(String id) implements RoutingEvent {}
}
