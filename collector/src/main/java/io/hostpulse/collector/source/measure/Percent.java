package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Value;

/** A part of a whole, from 0 to 100. */
public final class Percent {

    private Percent() {}

    /**
     * Relates a part to its whole.
     *
     * @param part at most the whole
     * @param whole what 100 stands for
     * @param reasonWhenEmpty why there is no percentage when the whole is 0
     * @return the percentage, or missing when the whole is 0 or the part lies outside of it
     */
    public static Value of(long part, long whole, String reasonWhenEmpty) {
        if (whole <= 0) {
            return new Value.Missing(reasonWhenEmpty);
        }
        if (part < 0 || part > whole) {
            return new Value.Missing(part + " is not a part of " + whole);
        }
        return Rounding.twoDecimals(100.0 * part / whole);
    }
}
