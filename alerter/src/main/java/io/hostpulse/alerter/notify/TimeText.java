package io.hostpulse.alerter.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Shows times to people.
 *
 * @param zone whose clock is shown
 */
public record TimeText(ZoneId zone) {

    /** Not the zone's short name: that differs between releases of Java. */
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss ")
            .appendOffset("+HH:MM", "UTC")
            .toFormatter();

    private static final long SECOND = 1_000_000_000L;

    /**
     * Shows a moment.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00:00Z
     * @return local time and its offset, for example {@code 2026-07-03 10:15:30 +02:00}; {@code UTC} without one
     */
    public String at(long epochNanos) {
        return FORM.format(Instant.ofEpochSecond(Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
                .atZone(zone));
    }
}
