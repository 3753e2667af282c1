package io.hostpulse.tests.faults;

import java.util.Arrays;
import java.util.Optional;

/**
 * Goals that are known not to be met, and why. They are injected and shown like all others; only their verdict does not fail
 * the build. A goal leaves this list with the change that meets it.
 */
enum OpenGoal {
    NONE("", "");

    private final String kind;
    private final String reason;

    OpenGoal(String kind, String reason) {
        this.kind = kind;
        this.reason = reason;
    }

    static Optional<OpenGoal> of(String kind) {
        return Arrays.stream(values()).filter(open -> open.kind.equals(kind)).findFirst();
    }

    String reason() {
        return reason;
    }
}
