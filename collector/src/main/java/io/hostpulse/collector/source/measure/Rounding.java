package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Value;

/** Two decimals for every percentage and rate: more is noise, and it would be half of a snapshot's bytes. */
public final class Rounding {

    private Rounding() {}

    /**
     * Rounds half up.
     *
     * @param number a finite number below 10^16
     * @return the number with two decimals
     */
    public static Value twoDecimals(double number) {
        return new Value.Real(Math.round(number * 100) / 100.0);
    }
}
