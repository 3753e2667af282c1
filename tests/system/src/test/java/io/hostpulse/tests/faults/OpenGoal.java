package io.hostpulse.tests.faults;

import java.util.Arrays;
import java.util.Optional;

/**
 * Goals that are known not to be met, and why. They are injected and shown like all others; only their verdict does not fail
 * the build. A goal leaves this list with the change that meets it.
 */
enum OpenGoal {
    /** The mapped write faults in the append; nothing yet turns that into a clear line and exit code 75. */
    FULL_DISK_EXIT("disk-full");

    private final String kind;

    OpenGoal(String kind) {
        this.kind = kind;
    }

    static Optional<OpenGoal> of(String kind) {
        return Arrays.stream(values()).filter(open -> open.kind.equals(kind)).findFirst();
    }
}
