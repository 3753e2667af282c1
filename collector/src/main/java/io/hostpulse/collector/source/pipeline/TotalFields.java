package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.JvmCounter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Shows all live processes together. A sum in which one of them would be missing is missing: it would be too small.
 *
 * @param machineMemory all memory of the machine, if it is told
 */
record TotalFields(OptionalLong machineMemory) {

    void addTo(Fields.Builder fields, List<Observation> all) {
        List<Observation> alive = all.stream().filter(Observation::isAlive).toList();
        Value resident = whole(alive, process -> process.details().resident());
        fields.put("process_count", all.size()).put("running_count", alive.size());
        fields.put("rss", resident);
        fields.put("percent", share(resident));
        fields.put("pss", whole(alive, Observation::proportional));
        fields.put("heap_used", whole(alive, process -> process.jvm(JvmCounter.HEAP_USED)));
        fields.put("thread_count", whole(alive, process -> process.details().threads()));
        fields.put("open_files", whole(alive, process -> process.descriptors().files()));
        fields.put("connections", whole(alive, process -> process.descriptors().sockets()));
        fields.put("cpu_percent", sum(alive, Observation::cpu, Rounding::twoDecimals));
        fields.put(
                "growth_rate_per_hour",
                sum(alive, process -> process.trend().growthPerHour(), sum -> new Value.Whole(Math.round(sum))));
    }

    private Value share(Value resident) {
        return resident instanceof Value.Whole bytes && machineMemory.isPresent()
                ? Percent.of(bytes.value(), machineMemory.getAsLong(), ProcessFields.NOT_TOLD)
                : new Value.Missing(ProcessFields.NOT_TOLD);
    }

    private static Value whole(List<Observation> alive, Function<Observation, OptionalLong> part) {
        return sum(alive, process -> real(part.apply(process)), sum -> new Value.Whole((long) sum));
    }

    private static OptionalDouble real(OptionalLong part) {
        return part.isPresent() ? OptionalDouble.of(part.getAsLong()) : OptionalDouble.empty();
    }

    private static Value sum(
            List<Observation> alive, Function<Observation, OptionalDouble> part, DoubleFunction<Value> value) {
        if (alive.isEmpty()) {
            return new Value.Missing("no process runs");
        }
        double sum = 0;
        for (Observation process : alive) {
            OptionalDouble known = part.apply(process);
            if (known.isEmpty()) {
                return new Value.Missing("not known yet of " + process.status().name());
            }
            sum += known.getAsDouble();
        }
        return value.apply(sum);
    }
}
