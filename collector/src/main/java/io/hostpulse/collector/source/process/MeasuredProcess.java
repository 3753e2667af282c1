package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A process and what it did since the previous census.
 *
 * @param stat what was read
 * @param cpuPercent the processor time that it used, in percent of one core; or why that is not known
 */
record MeasuredProcess(ProcessStat stat, Value cpuPercent) {

    private static final Comparator<MeasuredProcess> BY_PID = Comparator.comparingInt(each -> each.stat.pid());

    private static final Comparator<MeasuredProcess> BY_MEMORY = Comparator.comparingLong(
                    (MeasuredProcess each) -> each.stat.memory())
            .reversed();

    private static final Comparator<MeasuredProcess> BY_CPU =
            Comparator.comparingDouble(MeasuredProcess::cpuOrNothing).reversed();

    /** Those that are unknown come last: they may be anything. */
    private double cpuOrNothing() {
        return cpuPercent instanceof Value.Real known ? known.value() : -1;
    }

    /** Of those that use nothing the largest come first. */
    static List<MeasuredProcess> topByCpu(List<MeasuredProcess> all, int count) {
        return top(all, BY_CPU.thenComparing(BY_MEMORY).thenComparing(BY_PID), count);
    }

    static List<MeasuredProcess> topByMemory(List<MeasuredProcess> all, int count) {
        return top(all, BY_MEMORY.thenComparing(BY_CPU).thenComparing(BY_PID), count);
    }

    /** Keeps only as many as are wanted: sorting all of a thousand takes a millisecond. */
    private static List<MeasuredProcess> top(List<MeasuredProcess> all, Comparator<MeasuredProcess> order, int count) {
        PriorityQueue<MeasuredProcess> best = new PriorityQueue<>(order.reversed());
        for (MeasuredProcess process : all) {
            if (best.size() < count) {
                best.add(process);
            } else if (count > 0 && order.compare(process, best.element()) < 0) {
                best.remove();
                best.add(process);
            }
        }
        return best.stream().sorted(order).toList();
    }
}
