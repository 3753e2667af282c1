package io.hostpulse.common.status;

import java.util.Arrays;
import java.util.Locale;

/** What a process is doing, as the supervisor, the process itself and the kernel see it together. */
public enum LifeState {
    /** It opens what it needs. */
    STARTING,
    /** It does its work. */
    RUNNING,
    /** Lives, but its heart has stopped. */
    HUNG,
    /** It was told to stop and finishes what it began. */
    DRAINING,
    /** It died and is started again after a pause. */
    BACKOFF,
    /** What it watches is not on this machine; nothing is wrong. */
    ABSENT,
    /** It is not started again, because its configuration is wrong. */
    CONFIG_ERROR,
    /** It keeps dying and is tried once a minute. */
    CRASH_LOOP,
    /** It was ended in order. */
    STOPPED,
    /** Ended without saying so, and nobody has noticed yet. */
    GONE,
    /** A word of a newer supervisor. */
    UNKNOWN;

    /**
     * Names the state.
     *
     * @return its word in files, tables and JSON, for example {@code crash-loop}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Tells whether a process in this state is there.
     *
     * @return whether it lives
     */
    public boolean isAlive() {
        return this == STARTING || this == RUNNING || this == HUNG || this == DRAINING;
    }

    static LifeState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
