package io.hostpulse.common.codec;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;

/** The text form of times everywhere in Hostpulse: RFC 3339 in UTC with microseconds, 2025-01-03T10:15:30.123456Z. */
public final class Rfc3339 {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final DateTimeFormatter MICROSECONDS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 6, 6, true)
            .appendLiteral('Z')
            .toFormatter();

    private Rfc3339() {}

    /**
     * Writes a time.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00:00Z
     * @return its text form; what is below a microsecond is cut off
     */
    public static String format(long epochNanos) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(epochNanos, NANOS_PER_SECOND),
                        (int) Math.floorMod(epochNanos, NANOS_PER_SECOND),
                        ZoneOffset.UTC)
                .format(MICROSECONDS);
    }

    /**
     * Reads a time with any offset and any fraction.
     *
     * @param text an RFC 3339 time
     * @return nanoseconds since 1970-01-01T00:00:00Z
     * @throws DateTimeParseException when the text is no such time, or one before 1677 or after 2262, which nanoseconds cannot count
     */
    public static long parse(String text) {
        Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
        } catch (ArithmeticException e) {
            throw new DateTimeParseException("a time must be between the years 1677 and 2262", text, 0, e);
        }
    }
}
