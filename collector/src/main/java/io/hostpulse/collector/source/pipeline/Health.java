package io.hostpulse.collector.source.pipeline;

import java.util.Locale;

/** How a process is, from good to bad. */
enum Health {
    HEALTHY,
    /** Not observed for long enough to tell whether it grows. */
    SETTLING,
    /** Something is worth a look. */
    WATCH,
    /** Its memory grows steadily. */
    LEAKING,
    /** It will not last, or does not work. */
    CRITICAL;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isGood() {
        return this == HEALTHY || this == SETTLING;
    }

    Health worse(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
