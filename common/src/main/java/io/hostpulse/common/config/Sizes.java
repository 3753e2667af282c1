package io.hostpulse.common.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of data with their unit, as in {@code 64MB}; a KB is 1024 bytes. */
final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*(B|KB|MB|GB|TB)", Pattern.CASE_INSENSITIVE);

    private enum Unit {
        TB,
        GB,
        MB,
        KB,
        B;

        private long bytes() {
            return 1L << (10 * (B.ordinal() - ordinal()));
        }
    }

    private Sizes() {}

    static Parser<Long> within(long min, long max) {
        Range<Long> range = new Range<>(min, max, Sizes::format);
        return given -> range.check(given, parse(given));
    }

    private static long parse(Given given) {
        Matcher matcher = FORM.matcher(given.text());
        if (matcher.matches()) {
            Unit unit = Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
            return saturated(Long.parseLong(matcher.group(1)), unit.bytes());
        }
        if (given.text().equals("0")) {
            return 0;
        }
        throw given.bad("is not a size: write a number with B, KB, MB, GB or TB, for example 64MB (1 KB is 1024 B)");
    }

    // What no long can hold is out of every range.
    private static long saturated(long number, long unit) {
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }

    static String format(long bytes) {
        for (Unit unit : Unit.values()) {
            if (bytes != 0 && bytes % unit.bytes() == 0) {
                return bytes / unit.bytes() + unit.name();
            }
        }
        return "0";
    }
}
