package io.hostpulse.common.codec;

import java.math.BigDecimal;

/** Writes numbers as people do: 15383184.21, where Java would write 1.538318421E7. */
final class PlainDecimal {

    /** From here on Java uses exponents. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-3;

    /** Beyond this many digits an exponent is what people read best. */
    private static final double HUGE = 1e17;

    private PlainDecimal() {}

    static String of(double value) {
        double size = Math.abs(value);
        boolean javaIsPlain = value == 0 || (size >= SMALL && size < LARGE);
        if (javaIsPlain || size >= HUGE || size < 1 / HUGE) {
            return Double.toString(value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }
}
