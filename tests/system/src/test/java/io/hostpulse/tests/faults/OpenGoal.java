package io.hostpulse.tests.faults;

import java.util.Arrays;
import java.util.Optional;

/**
 * Goals that are known not to be met, and why. They are injected and shown like all others; only their verdict does not fail
 * the build. A goal leaves this list with the change that meets it.
 */
enum OpenGoal {
    /** Writing whole records again lowers the mark of the highest number, so numbers are given a second time. */
    NUMBERS_AFTER_REPAIR("damage-truncated-newest");

    private final String kind;

    OpenGoal(String kind) {
        this.kind = kind;
    }

    static Optional<OpenGoal> of(String kind) {
        return Arrays.stream(values()).filter(open -> open.kind.equals(kind)).findFirst();
    }
}
