package io.hostpulse.alerter.rule;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thresholds as people write them: {@code 80}, {@code 80%}, {@code 1.5GB}. */
final class Quantities {

    static final String FORM = "must be a number, such as 80 or 2.5, or a size, such as 1GB";

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?)\\s*(%|[kKmMgGtT]?[bB])?");
    private static final String STEPS = "BKMGT";
    private static final double KB = 1024;

    private Quantities() {}

    static OptionalDouble parse(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(matcher.group(1)) * factor(matcher.group(2)));
    }

    private static double factor(String unit) {
        if (unit == null || unit.equals("%")) {
            return 1;
        }
        return Math.pow(KB, STEPS.indexOf(unit.toUpperCase(Locale.ROOT).charAt(0)));
    }
}
