package io.hostpulse.exporter.host;

import java.time.Duration;
import java.util.Optional;

/** How often it has failed in a row, and until when it is left alone because of that. Belongs to the sink's thread. */
final class Retrying {

    private final Backoff backoff;
    private int failures;
    private long failedAt;
    private long notBefore;

    Retrying(Backoff backoff) {
        this.backoff = backoff;
    }

    void failed(Optional<Duration> after, long now) {
        failures++;
        failedAt = now;
        notBefore = now + backoff.pause(failures, after);
    }

    void over() {
        failures = 0;
    }

    boolean isNeeded() {
        return failures > 0;
    }

    /** After the clock was set back, a pause ends at once. */
    boolean isPausing(long now) {
        return isNeeded() && now < notBefore && now >= failedAt;
    }

    /** When the next attempt is due. */
    long due() {
        return notBefore;
    }

    /** Somebody cannot wait for the end of the pause. */
    void hurry(long now) {
        notBefore = now;
    }
}
