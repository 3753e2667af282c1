package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/**
 * Adds up the processes of one name. That there is none is a fact and no gap: then everything is 0. Zombies do not run, so they
 * do not count.
 *
 * @param name the name or pattern
 */
record Watch(String name) {

    private static final Value NONE_MEASURED =
            new Value.Missing("none of them could be read both at this read and at the previous one");

    Fields sum(List<MeasuredProcess> all, long memoryTotal) {
        Globs pattern = new Globs(List.of(name));
        List<MeasuredProcess> mine = all.stream()
                .filter(process -> pattern.matches(process.stat().name()))
                .filter(process -> process.stat().state() != ProcessState.ZOMBIE)
                .toList();
        long memory = mine.stream().mapToLong(each -> each.stat().memory()).sum();
        return Fields.builder()
                .put("name", name)
                .put("count", mine.size())
                .put(
                        "threads",
                        mine.stream().mapToLong(each -> each.stat().threads()).sum())
                .put("cpu_percent", cpu(mine))
                .put("memory", memory)
                .put("memory_percent", percent(memory, memoryTotal))
                .build();
    }

    private static Value cpu(List<MeasuredProcess> mine) {
        double[] known = mine.stream()
                .map(MeasuredProcess::cpuPercent)
                .filter(Value.Real.class::isInstance)
                .mapToDouble(percent -> ((Value.Real) percent).value())
                .toArray();
        return known.length == 0 && !mine.isEmpty() ? NONE_MEASURED : Rounding.twoDecimals(sum(known));
    }

    private static double sum(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** Shared pages count for each process, so that the sum can be more than there is. */
    private static Value percent(long memory, long total) {
        return memory > total
                ? new Value.Missing("pages that they share are counted more than once: together they exceed the memory")
                : Percent.of(memory, total, "the host's memory is not known");
    }
}
