package io.hostpulse.alerter.route;

import java.util.Locale;

/** Why a handler was not told of an alert. */
public enum Reason {
    /** The handler is turned off. */
    DISABLED,
    /** It does not want this component. */
    COMPONENT,
    /** It does not want these labels. */
    LABELS,
    /** It wants worse ones only. */
    LEVEL,
    /** It is not its time. */
    HOURS,
    /** A silence or a maintenance window holds it back. */
    SILENCED,
    /** What it depends on is the cause. */
    INHIBITED,
    /** The handler was told of the same alert a moment ago. */
    COOLDOWN,
    /** It came again before the handler was told of it. */
    REPEATED,
    /** The handler does not want to know what is over. */
    RESOLVED;

    /**
     * Tells what it is called in counters and messages.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
