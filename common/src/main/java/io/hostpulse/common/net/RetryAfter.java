package io.hostpulse.common.net;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header {@code Retry-After}: seconds, or a date. Pure. */
public final class RetryAfter {

    /** Whoever says more means never, and that is not theirs to say. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

    private RetryAfter() {}

    /**
     * Reads it.
     *
     * @param value what the header says
     * @param epochNanos the present time
     * @return how long to wait, at most six hours; empty when it is neither seconds nor a date
     */
    public static Optional<Duration> parse(String value, long epochNanos) {
        String text = value.strip();
        return (SECONDS.matcher(text).matches() ? Optional.of(seconds(text)) : untilDate(text, epochNanos))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** Some services give fractions, which the standard does not know; a little later never hurts. */
    private static Duration seconds(String text) {
        return Duration.ofSeconds((long) Math.ceil(Double.parseDouble(text)));
    }

    private static Optional<Duration> untilDate(String text, long epochNanos) {
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            Instant now = Instant.ofEpochSecond(0, epochNanos);
            return Optional.of(Duration.ofSeconds(date.getEpochSecond() - now.getEpochSecond()));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
