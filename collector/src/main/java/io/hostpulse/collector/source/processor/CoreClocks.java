package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The clocks of single cores.
 *
 * @param byNumber the clock in MHz by the number of the core
 * @param reason why a core that is not among them has none
 */
record CoreClocks(Map<Integer, Value> byNumber, String reason) {

    CoreClocks {
        byNumber = new TreeMap<>(byNumber);
    }

    static CoreClocks none(String reason) {
        return new CoreClocks(Map.of(), reason);
    }

    /** Over the cores whose clock is known; when there is none, why the first one is not. */
    Value mean() {
        OptionalDouble mean = byNumber.values().stream()
                .filter(Value.Real.class::isInstance)
                .mapToDouble(clock -> ((Value.Real) clock).value())
                .average();
        if (mean.isPresent()) {
            return Rounding.twoDecimals(mean.getAsDouble());
        }
        return byNumber.values().stream().findFirst().orElse(new Value.Missing(reason));
    }

    boolean areAllKnown() {
        return !byNumber.isEmpty() && byNumber.values().stream().allMatch(Value.Real.class::isInstance);
    }

    /** The clocks in the order of the cores; missing as a whole when none of them is known. */
    Value of(List<CpuTimes.Core> cores) {
        if (!(mean() instanceof Value.Real)) {
            return mean();
        }
        Value missing = new Value.Missing(reason);
        return new Value.Sequence(cores.stream()
                .map(core -> byNumber.getOrDefault(core.number(), missing))
                .toList());
    }
}
