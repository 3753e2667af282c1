package io.hostpulse.common.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time as people type it.
 *
 * @param now the present time, epoch nanoseconds
 * @param zone the zone of times without one
 */
public record Since(long now, ZoneId zone) {

    private static final Pattern AGO = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final long SECOND = 1_000_000_000L;
    private static final Map<String, Long> UNITS =
            Map.of("ms", SECOND / 1000, "s", SECOND, "m", 60 * SECOND, "h", 3600 * SECOND, "d", 86_400 * SECOND);

    /**
     * Reads a time.
     *
     * @param text RFC 3339, a length of time ago such as {@code 5m}, or a local time of day such as {@code 14:30}
     * @return epoch nanoseconds; a time of day that has not come yet today was meant to be yesterday's
     * @throws IllegalArgumentException when it is none of these
     */
    public long parse(String text) {
        try {
            Matcher ago = AGO.matcher(text);
            if (ago.matches()) {
                return Math.subtractExact(
                        now, Math.multiplyExact(Long.parseLong(ago.group(1)), UNITS.get(ago.group(2))));
            }
            return CLOCK.matcher(text).matches() ? timeOfDay(text) : Rfc3339.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 5m, 24h, 14:30 or 2025-01-03T10:15:30Z", e);
        }
    }

    private long timeOfDay(String text) {
        LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        ZonedDateTime present = Instant.ofEpochSecond(0, now).atZone(zone);
        ZonedDateTime today = present.with(time);
        return nanos(today.isAfter(present) ? today.minusDays(1) : today);
    }

    private static long nanos(ZonedDateTime time) {
        return time.toEpochSecond() * SECOND + time.getNano();
    }
}
