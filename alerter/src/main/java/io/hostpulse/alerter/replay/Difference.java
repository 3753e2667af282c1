package io.hostpulse.alerter.replay;

import java.util.Optional;

/**
 * One alert, in the replay and in reality.
 *
 * @param kind where it is
 * @param replayed as the rules raise it
 * @param real as it was
 * @param what what differs, in a clause; empty when nothing does
 */
record Difference(Kind kind, Optional<Occurrence> replayed, Optional<Occurrence> real, String what) {

    /** Where an alert is. */
    enum Kind {
        /** In both, as far as people would notice. */
        SAME,
        /** In both, at another time or level. */
        OTHER,
        /** The rules raise it, and it never was. */
        ONLY_REPLAYED,
        /** It was, and the rules do not raise it. */
        ONLY_REAL
    }

    /** The one to show: what the rules raise, otherwise what was. */
    Occurrence shown() {
        return replayed.or(() -> real).orElseThrow();
    }
}
