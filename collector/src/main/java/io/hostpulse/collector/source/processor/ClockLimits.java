package io.hostpulse.collector.source.processor;

import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/**
 * Between what a clock moves, in MHz.
 *
 * @param min the lowest clock
 * @param base what is kept up for ever under full load
 * @param max the highest clock
 */
record ClockLimits(Value min, Value base, Value max) {

    static ClockLimits missing(String reason) {
        Value missing = new Value.Missing(reason);
        return new ClockLimits(missing, missing, missing);
    }

    /** Of a machine with several kinds of cores: the lowest minimum, and base and maximum of the fastest. */
    static ClockLimits over(List<ClockLimits> all, String reasonWhenNone) {
        return new ClockLimits(
                choose(all, ClockLimits::min, Math::min, reasonWhenNone),
                choose(all, ClockLimits::base, Math::max, reasonWhenNone),
                choose(all, ClockLimits::max, Math::max, reasonWhenNone));
    }

    private static Value choose(
            List<ClockLimits> all, Function<ClockLimits, Value> limit, DoubleBinaryOperator choice, String reason) {
        List<Value> values = all.stream().map(limit).toList();
        OptionalDouble chosen = values.stream()
                .filter(Value.Real.class::isInstance)
                .mapToDouble(value -> ((Value.Real) value).value())
                .reduce(choice);
        if (chosen.isPresent()) {
            return new Value.Real(chosen.getAsDouble());
        }
        return values.isEmpty() ? new Value.Missing(reason) : values.get(0);
    }
}
