package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.Gap;
import java.util.Optional;

/**
 * Something in a queue's directory that is not as it should be.
 *
 * @param severity whether it needs anybody
 * @param file the file's name
 * @param lost which records are gone because of it, as far as that can be known
 * @param what what is wrong
 * @param remedy what a repair would do
 */
public record Finding(Severity severity, String file, Optional<Gap> lost, String what, Remedy remedy) {

    static Finding problem(String file, String what, Remedy remedy) {
        return new Finding(Severity.PROBLEM, file, Optional.empty(), what, remedy);
    }

    static Finding loss(String file, Gap lost, String what, Remedy remedy) {
        return new Finding(Severity.PROBLEM, file, Optional.of(lost), what, remedy);
    }

    static Finding note(String file, String what) {
        return new Finding(Severity.NOTE, file, Optional.empty(), what, Remedy.NONE);
    }

    Finding known() {
        return new Finding(Severity.NOTE, file, lost, what + ", as noted by a repair", Remedy.NONE);
    }

    boolean isProblem() {
        return severity == Severity.PROBLEM;
    }
}
