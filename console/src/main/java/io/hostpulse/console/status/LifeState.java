package io.hostpulse.console.status;

import io.hostpulse.common.text.Tone;
import java.util.Arrays;
import java.util.Locale;

/** What a process is doing, as the supervisor, the process itself and the kernel see it together. */
enum LifeState {
    STARTING(Tone.WARN),
    RUNNING(Tone.GOOD),
    /** Lives, but its heart has stopped. */
    HUNG(Tone.BAD),
    DRAINING(Tone.WARN),
    BACKOFF(Tone.WARN),
    /** What it watches is not on this machine; nothing is wrong. */
    ABSENT(Tone.PLAIN),
    CONFIG_ERROR(Tone.BAD),
    CRASH_LOOP(Tone.BAD),
    STOPPED(Tone.PLAIN),
    /** Ended without saying so, and nobody has noticed yet. */
    GONE(Tone.BAD),
    /** A word of a newer supervisor. */
    UNKNOWN(Tone.WARN);

    private final Tone tone;

    LifeState(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isAlive() {
        return this == STARTING || this == RUNNING || this == HUNG || this == DRAINING;
    }

    static LifeState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
