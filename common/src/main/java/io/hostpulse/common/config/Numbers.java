package io.hostpulse.common.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers without a unit. */
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,30}");
    private static final Pattern REAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private Numbers() {}

    static Parser<Integer> whole(int min, int max) {
        Range<BigInteger> range = new Range<>(BigInteger.valueOf(min), BigInteger.valueOf(max), BigInteger::toString);
        return given -> {
            if (!WHOLE.matcher(given.text()).matches()) {
                throw given.bad("is not a whole number, such as " + min);
            }
            return range.check(given, new BigInteger(given.text())).intValueExact();
        };
    }

    static Parser<Double> real(double min, double max) {
        Range<Double> range = new Range<>(min, max, Numbers::format);
        return given -> {
            if (!REAL.matcher(given.text()).matches()) {
                throw given.bad("is not a number, such as " + format(min));
            }
            return range.check(given, Double.valueOf(given.text()));
        };
    }

    private static String format(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
