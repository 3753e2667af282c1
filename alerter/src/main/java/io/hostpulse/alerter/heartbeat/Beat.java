package io.hostpulse.alerter.heartbeat;

import java.util.List;

/**
 * A sign of life, or of its opposite.
 *
 * @param at when it was decided, epoch nanoseconds
 * @param until when it proves nothing any more, epoch nanoseconds
 * @param problems what is wrong; nothing when all is well
 */
record Beat(long at, long until, List<String> problems) {

    Beat {
        problems = List.copyOf(problems);
    }

    boolean isWell() {
        return problems.isEmpty();
    }

    boolean isOver(long now) {
        return now >= until || now < at;
    }

    /** For a person who looks at the watchdog. */
    String text(String host) {
        return "Hostpulse on " + host + ": " + (isWell() ? "all is well" : String.join("; ", problems));
    }
}
