package io.hostpulse.history.block;

/**
 * Numbers as people and kernels write them, 12.34 as 1234 hundredths: whole numbers have small differences where the bits of
 * doubles have none in common.
 */
final class Decimals {

    /** More digits than any source has; beyond, the bits of the double are as short. */
    static final int MAX = 9;

    static final int NONE = -1;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** Below this a whole number times a power of ten still rounds to itself: two bits less than a double's 52. */
    private static final double LARGEST = 1L << 50;

    private Decimals() {}

    /** How many digits behind the point are enough to give all these numbers back bit by bit; {@link #NONE} if none are. */
    static int of(double[] values, int length) {
        int digits = 0;
        for (int i = 0; i < length; i++) {
            while (digits <= MAX && !fits(values[i], digits)) {
                digits++;
            }
        }
        return digits <= MAX && fitsAll(values, length, digits) ? digits : NONE;
    }

    private static boolean fitsAll(double[] values, int length, int digits) {
        for (int i = 0; i < length; i++) {
            if (!fits(values[i], digits)) {
                return false;
            }
        }
        return true;
    }

    // By bits, so that -0.0 is not taken for 0.
    private static boolean fits(double value, int digits) {
        double scaled = value * POWERS[digits];
        return Math.abs(scaled) < LARGEST
                && Double.doubleToRawLongBits(restore(Math.round(scaled), digits)) == Double.doubleToRawLongBits(value);
    }

    static long scale(double value, int digits) {
        return Math.round(value * POWERS[digits]);
    }

    static double restore(long scaled, int digits) {
        return scaled / POWERS[digits];
    }

    /** The nearest number with so many digits; the number itself when it is too large for that to matter. */
    static double round(double value, int digits) {
        double scaled = value * POWERS[Math.min(digits, MAX)];
        return Math.abs(scaled) < LARGEST ? Math.rint(scaled) / POWERS[Math.min(digits, MAX)] : value;
    }
}
