package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.process.JvmCounter;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What is remembered of one life of a process: a new pid begins a new one. Used by one thread. */
final class ProcessLife {

    /**
     * Classes are loaded, code is compiled and the heap finds its size: growth before that says nothing. Between the fifth and
     * the fourteenth minute collectors still grew by 0.5 to 3 MB.
     */
    private static final long START = Duration.ofMinutes(10).toNanos();

    private final long pid;
    private final Duration window;
    private final HealthRule rule;
    private final long settled;
    private final CpuMeter cpu = new CpuMeter();
    private final MemoryHistory history;

    private Trend trend = Trend.UNKNOWN;
    private HeapFloor heap = HeapFloor.UNKNOWN;
    private Descriptors descriptors = Descriptors.NONE;
    private OptionalLong proportional = OptionalLong.empty();
    private long proportionalAt;

    /** Begins to observe a process that has lived for some time. */
    ProcessLife(long pid, long age, long time, Duration window) {
        this.pid = pid;
        this.window = window;
        this.rule = new HealthRule(window);
        this.settled = time - age + START;
        this.history = new MemoryHistory(window);
    }

    boolean isOf(long otherPid) {
        return pid == otherPid;
    }

    Observation observe(long time, ProcessStatus status, Details details) {
        OptionalDouble percent = status.usage().map(Usage::cpuNanos).stream()
                .mapToDouble(nanos -> cpu.percent(time, nanos).orElse(Double.NaN))
                .filter(Double::isFinite)
                .findFirst();
        remember(time, status, details.resident());
        return new Observation(
                status, details, descriptors, proportional, percent, trend, rule.judge(status.state(), trend, heap));
    }

    private void remember(long time, ProcessStatus status, OptionalLong resident) {
        if (resident.isPresent() && history.add(time, resident.getAsLong(), figure(status, JvmCounter.HEAP_USED))) {
            List<Point> points = history.points();
            trend = Trend.of(points, settled, Trend.leastSpan(window));
            heap = HeapFloor.of(points, figure(status, JvmCounter.HEAP_MAX), window);
        }
    }

    private OptionalLong figure(ProcessStatus status, JvmCounter counter) {
        return status.mark()
                .filter(mark -> mark.pid() == pid)
                .map((Mark mark) -> counter.in(mark))
                .orElse(OptionalLong.empty());
    }

    /** Counts the open files, and asks for the proportional memory when the last answer is old. */
    void refresh(long time, ProcessGauge gauge, Duration interval) {
        descriptors = gauge.descriptors(pid);
        if (proportionalAt == 0 || time - proportionalAt >= interval.toNanos()) {
            proportionalAt = time;
            proportional = gauge.proportional(pid);
        }
    }
}
