package io.hostpulse.common.text;

import java.util.Locale;

/** Numbers in the units people think in. */
public final class Units {

    private static final String[] SIZES = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    /** As in the configuration, a KB is 1024 bytes. */
    private static final double STEP = 1024;

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Units() {}

    /**
     * Shows an amount of data.
     *
     * @param bytes how much
     * @return for example {@code 48.2 MB}
     */
    public static String bytes(long bytes) {
        int unit = 0;
        double amount = bytes;
        while (amount >= STEP && unit < SIZES.length - 1) {
            amount /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " B" : decimal(amount) + " " + SIZES[unit];
    }

    /**
     * Shows a length of time by its two largest units.
     *
     * @param nanos how long; negative when the clock went back
     * @return for example {@code 3 m 12 s}
     */
    public static String span(long nanos) {
        return nanos < 0 ? "-" + positive(-nanos) : positive(nanos);
    }

    private static String positive(long nanos) {
        if (nanos < SECOND) {
            return nanos / MILLI + " ms";
        }
        return nanos < 10 * SECOND ? decimal((double) nanos / SECOND) + " s" : wholeSpan(nanos);
    }

    /**
     * Shows a length of time by its two largest units, without parts of a second.
     *
     * @param nanos how long, not negative
     * @return for example {@code 3 s}
     */
    public static String wholeSpan(long nanos) {
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

    /**
     * Shows a percentage.
     *
     * @param percent 100 for all of it
     * @return for example {@code 0.4 %}
     */
    public static String percent(double percent) {
        return decimal(percent) + " %";
    }

    /**
     * Shows a number with one digit after the point.
     *
     * @param number any number
     * @return for example {@code 2.0}
     */
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
