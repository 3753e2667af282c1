package io.hostpulse.collector.source.processor;

import io.hostpulse.common.model.Value;

/** Asks a second place for the clock when the first does not tell it; the limits of the first still hold. */
final class FallbackGauge implements Frequency.Gauge {

    private final Frequency.Gauge first;
    private final Frequency.Gauge second;

    FallbackGauge(Frequency.Gauge first, Frequency.Gauge second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Frequency read() {
        Frequency frequency = first.read();
        if (frequency.current() instanceof Value.Real) {
            return frequency;
        }
        Frequency other = second.read();
        return new Frequency(other.current(), frequency.limits(), other.cores());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
