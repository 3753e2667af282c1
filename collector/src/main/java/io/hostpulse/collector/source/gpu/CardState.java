package io.hostpulse.collector.source.gpu;

import java.util.Locale;

/** What a card is doing, as far as it matters to who wants to read it. */
enum CardState {
    /** It was asked. */
    ACTIVE,
    /** Its power is off, and asking would switch it on. */
    ASLEEP,
    /** Its driver no longer answers for it. */
    LOST;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
