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
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

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

    /**
     * Shows a length of time by its two largest units.
     *
     * @param nanos how long, not negative
     * @return for example {@code 3 m 12 s}
     */
    public static String span(long nanos) {
        if (nanos < MINUTE) {
            return nanos / SECOND + " s";
        }
        if (nanos < HOUR) {
            return two(nanos, MINUTE, "m", SECOND, "s");
        }
        return nanos < DAY ? two(nanos, HOUR, "h", MINUTE, "m") : two(nanos, DAY, "d", HOUR, "h");
    }

    private static String two(long nanos, long large, String largeUnit, long small, String smallUnit) {
        return nanos / large + " " + largeUnit + " " + nanos % large / small + " " + smallUnit;
    }
}
