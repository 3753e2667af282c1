package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;
import java.util.function.LongSupplier;

/** Power as the growth of a counter of energy. Used by one thread. */
final class EnergyMeter {

    private static final Value FIRST =
            new Value.Missing("it follows from the energy used since the previous read, and this is the first");

    private final LongSupplier nanoTime;
    private Value previous = FIRST;
    private long previousNanos;

    EnergyMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes the counter in microjoules and gives the mean power since it was given the one before. */
    Value watts(Value microJoules) {
        long now = nanoTime.getAsLong();
        Value watts = since(microJoules, now - previousNanos);
        previous = microJoules instanceof Value.Whole ? microJoules : FIRST;
        previousNanos = now;
        return watts;
    }

    private Value since(Value microJoules, long nanos) {
        if (!(microJoules instanceof Value.Whole energy)) {
            return microJoules;
        }
        if (!(previous instanceof Value.Whole before)) {
            return previous;
        }
        return Rate.perSecond(before.value(), energy.value(), nanos) instanceof Value.Real rate
                ? Rounding.twoDecimals(rate.value() / 1e6)
                : Rate.perSecond(before.value(), energy.value(), nanos);
    }
}
