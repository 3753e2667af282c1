package io.hostpulse.console.status;

import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.text.Tone;

/** What a state of a process means to a person. */
public final class LifeTone {

    private LifeTone() {}

    /**
     * Chooses the tone.
     *
     * @param state what a process is doing
     * @return how bad that is
     */
    public static Tone of(LifeState state) {
        return switch (state) {
            case RUNNING -> Tone.GOOD;
            case STARTING, DRAINING, BACKOFF, UNKNOWN -> Tone.WARN;
            case HUNG, CONFIG_ERROR, CRASH_LOOP, GONE -> Tone.BAD;
            case ABSENT, STOPPED -> Tone.PLAIN;
        };
    }
}
