package io.hostpulse.common.alert;

import java.util.Locale;

/** Where an alert stands in its life. */
public enum AlertState {
    /** The rule is violated, but not yet for long or often enough. Nobody is told. */
    PENDING,
    /** It is on. */
    FIRING,
    /** It is on, and somebody takes care of it. */
    ACKNOWLEDGED,
    /** It is over. */
    RESOLVED;

    /**
     * Tells what it is called in messages.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads it back.
     *
     * @param label what {@link #label()} wrote
     * @return the state
     * @throws IllegalArgumentException when there is none of this name
     */
    public static AlertState labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
