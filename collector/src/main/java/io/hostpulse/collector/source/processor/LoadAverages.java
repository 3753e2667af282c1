package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;

/**
 * How many tasks wanted to run, averaged.
 *
 * @param one over a minute
 * @param five over five minutes
 * @param fifteen over fifteen minutes
 */
record LoadAverages(Value one, Value five, Value fifteen) {

    /** Reads /proc/loadavg. */
    static LoadAverages parse(TextCursor text) throws MalformedTextException {
        Value one = Rounding.twoDecimals(text.decimal());
        Value five = Rounding.twoDecimals(text.decimal());
        return new LoadAverages(one, five, Rounding.twoDecimals(text.decimal()));
    }

    static LoadAverages missing(String reason) {
        Value missing = new Value.Missing(reason);
        return new LoadAverages(missing, missing, missing);
    }
}
