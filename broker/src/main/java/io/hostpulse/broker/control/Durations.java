package io.hostpulse.broker.control;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as people write it in the configuration too: {@code 90s}, {@code 30m}, {@code 2h}, {@code 7d}. */
final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([smhd])");

    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** Longer than anybody means, and short enough to be added to any time. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Durations() {}

    /** Nanoseconds; more than none. */
    static long parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            Duration length = UNITS.get(written.group(2)).multipliedBy(Long.parseLong(written.group(1)));
            if (!length.isZero() && length.compareTo(LONGEST) <= 0) {
                return length.toNanos();
            }
        }
        throw new InvalidOrderException("'duration' must be a whole number with s, m, h or d, such as 2h, up to 3650d");
    }
}
