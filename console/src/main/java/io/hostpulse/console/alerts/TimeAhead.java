package io.hostpulse.console.alerts;

import io.hostpulse.common.codec.Rfc3339;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time to come as people type it.
 *
 * @param now the present time, epoch nanoseconds
 * @param zone the zone of times without one
 */
public record TimeAhead(long now, ZoneId zone) {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(s|m|h|d|w)");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));
    private static final long SECOND = 1_000_000_000L;

    /**
     * Reads a length of time.
     *
     * @param text for example {@code 2h}
     * @return how long
     * @throws IllegalArgumentException when it is none, or nothing at all
     */
    public static Duration length(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches() || Long.parseLong(length.group(1)) == 0) {
            throw new IllegalArgumentException("'" + text + "' is no length of time: write 30m, 2h, 3d or 1w");
        }
        return UNITS.get(length.group(2)).multipliedBy(Long.parseLong(length.group(1)));
    }

    /**
     * Reads a time.
     *
     * @param text a length of time from now such as {@code 2h}, a local time such as {@code 18:00}, which is the next one, or
     *     {@code 2026-05-01T22:00}, or RFC 3339
     * @return epoch nanoseconds
     * @throws IllegalArgumentException when it is none of these
     */
    public long parse(String text) {
        try {
            if (LENGTH.matcher(text).matches()) {
                return now + length(text).toNanos();
            }
            if (CLOCK.matcher(text).matches()) {
                return next(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
            }
            return LOCAL.matcher(text).matches()
                    ? nanos(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone))
                    : Rfc3339.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 2h, 18:00, 2026-05-01T22:00 or 2026-05-01T22:00:00Z", e);
        }
    }

    private long next(LocalTime time) {
        ZonedDateTime present = Instant.ofEpochSecond(0, now).atZone(zone);
        ZonedDateTime today = present.with(time);
        return nanos(today.isAfter(present) ? today : present.plusDays(1).with(time));
    }

    private static long nanos(ZonedDateTime time) {
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(), SECOND), time.getNano());
    }
}
