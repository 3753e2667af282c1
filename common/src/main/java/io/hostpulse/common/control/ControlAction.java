package io.hostpulse.common.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be asked of the alerter. The arguments of each are named where they are read, and in docs/decisions/0018-control-orders.md and
 * 0034-monitoring.md.
 */
public enum ControlAction {
    /** Somebody takes care of an alert: {@code alert}, perhaps {@code text}. */
    ACKNOWLEDGE,
    /** An alert is over because a person says so: {@code alert}, perhaps {@code text}. */
    RESOLVE,
    /** Somebody says something about an alert: {@code alert}, {@code text}. */
    NOTE,
    /** Some alerts are not to be told for a time: the fields of a silence; without {@code id} it gets one. */
    SILENCE,
    /** A silence ends now: {@code silence}. */
    UNSILENCE,
    /** A rule gets another threshold: {@code rule}, {@code level}, and {@code value} unless the configured one is wanted. */
    THRESHOLD,
    /** A handler is switched on or off: {@code handler}, {@code enabled}. */
    HANDLER,
    /** Dead letters are sent again: {@code handler}, and {@code key} unless all of them are meant. */
    RESEND,
    /** The configuration is read again: no argument. */
    RELOAD,
    /** Streams are not measured from now on: {@code streams} unless everything is meant, perhaps {@code comment}. */
    STOP_MONITORING,
    /** Streams are measured again: {@code streams} unless everything is meant. */
    START_MONITORING;

    /**
     * Tells what it is called in orders.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the action of an order.
     *
     * @param label what it is called
     * @return the action, if there is one
     */
    public static Optional<ControlAction> labelled(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst();
    }

    /**
     * Lists what there is.
     *
     * @return all labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ControlAction::label).toList();
    }
}
