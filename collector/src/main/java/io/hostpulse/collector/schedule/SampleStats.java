package io.hostpulse.collector.schedule;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/** How reading goes, measured in this one place for every source and shown in the process's mark file. */
final class SampleStats {

    private final Counter reads;
    private final Counter failures;
    private final Counter overruns;
    private final Counter missedTicks;
    private final Counter lastDuration;
    private final Counter totalDuration;

    SampleStats(ProcessMark mark) {
        reads = mark.counter("reads_total");
        failures = mark.counter("read_failures_total");
        overruns = mark.counter("read_overruns_total");
        missedTicks = mark.counter("ticks_missed_total");
        lastDuration = mark.counter("read_last_duration_ns");
        totalDuration = mark.counter("read_duration_ns_total");
    }

    void read(DeadlineReader.Outcome outcome) {
        reads.add(1);
        if (!(outcome.reading() instanceof Reading.Ok)) {
            failures.add(1);
        }
        lastDuration.set(outcome.duration());
        totalDuration.add(outcome.duration());
    }

    void overrun() {
        overruns.add(1);
    }

    void missed(long ticks) {
        missedTicks.add(ticks);
    }
}
