package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;

/** Which numbers are believed to be the clock of a core. Firmware and hypervisors tell others too. */
final class ClockRule {

    /** The record of a cooled-down processor is below; no machine in use comes near. */
    private static final double HIGHEST_MHZ = 10_000;

    /** Measured clocks overshoot their maximum a little, and boost is not always part of it. */
    private static final double MOST_OVER_MAX = 1.5;

    private ClockRule() {}

    static Value megahertz(double megahertz) {
        if (!(megahertz > 0)) {
            return new Value.Missing("reported as " + megahertz + " MHz, which is no clock of a running core");
        }
        if (megahertz > HIGHEST_MHZ) {
            return new Value.Missing("reported as " + megahertz + " MHz, which is not believed");
        }
        return Rounding.twoDecimals(megahertz);
    }

    /** Also refuses what is far above a maximum that is known. */
    static Value megahertz(double megahertz, Value max) {
        if (max instanceof Value.Real known && megahertz > MOST_OVER_MAX * known.value()) {
            return new Value.Missing("reported as " + megahertz + " MHz, which is not believed: the maximum is "
                    + known.value() + " MHz");
        }
        return megahertz(megahertz);
    }
}
