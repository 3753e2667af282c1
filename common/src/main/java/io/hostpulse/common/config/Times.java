package io.hostpulse.common.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time with their unit, as in {@code 500ms}. */
final class Times {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");

    private enum Unit {
        D(Duration.ofDays(1)),
        H(Duration.ofHours(1)),
        M(Duration.ofMinutes(1)),
        S(Duration.ofSeconds(1)),
        MS(Duration.ofMillis(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }
    }

    private Times() {}

    static Parser<Duration> within(Duration min, Duration max) {
        Range<Duration> range = new Range<>(min, max, Times::format);
        return given -> range.check(given, parse(given));
    }

    private static Duration parse(Given given) {
        Matcher matcher = FORM.matcher(given.text());
        if (matcher.matches()) {
            return unit(matcher.group(2)).length.multipliedBy(Long.parseLong(matcher.group(1)));
        }
        if (given.text().equals("0")) {
            return Duration.ZERO;
        }
        throw given.bad("is not a time: write a number with ms, s, m, h or d, for example 500ms");
    }

    private static Unit unit(String suffix) {
        return Unit.valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    static String format(Duration time) {
        for (Unit unit : Unit.values()) {
            if (!time.isZero() && time.toMillis() % unit.length.toMillis() == 0) {
                return time.toMillis() / unit.length.toMillis() + unit.name().toLowerCase(Locale.ROOT);
            }
        }
        return "0";
    }
}
