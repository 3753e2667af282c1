package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Turns what may not have been told into values. */
final class Told {

    private Told() {}

    static Value whole(OptionalLong number, String reasonWhenNot) {
        return number.isPresent() ? new Value.Whole(number.getAsLong()) : new Value.Missing(reasonWhenNot);
    }

    static Value rounded(OptionalDouble number, String reasonWhenNot) {
        return number.isPresent() ? Rounding.twoDecimals(number.getAsDouble()) : new Value.Missing(reasonWhenNot);
    }

    /** Whole bytes: nobody needs a part of one. */
    static Value bytes(OptionalDouble number, String reasonWhenNot) {
        return number.isPresent()
                ? new Value.Whole(Math.round(number.getAsDouble()))
                : new Value.Missing(reasonWhenNot);
    }
}
