package io.hostpulse.prometheus.state;

import java.util.Locale;

/** Whether a stream has data that can be relied on, or why not. */
public enum Condition {
    /** Its newest record is fresh and holds data. */
    OK,
    /** Its newest record is too old. */
    STALE,
    /** Its source cannot be read at present. */
    UNAVAILABLE,
    /** Reading its source failed. */
    FAILED,
    /** Nothing has been written yet. */
    EMPTY,
    /** Its queue cannot be read. */
    UNREADABLE;

    /**
     * Tells what it is called in labels.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
