package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Remembers the previous census. A process is the one of before if its number and its start time are: numbers are given again.
 * Used by one thread.
 */
final class ProcessMeter {

    /** A tick of 10 ms in a shorter time would be a share of 20 % and more, or of several cores. */
    private static final long SHORTEST_NANOS = 50_000_000;

    private static final Value TOO_SHORT =
            new Value.Missing("too little time has passed since the previous read to tell");
    private static final Value NOT_BEFORE = new Value.Missing("could not be read at the previous read");
    private static final Value WENT_BACKWARDS = new Value.Missing(Rate.WENT_BACKWARDS);

    private final Processes processes;
    private Census previous;
    private Map<Integer, ProcessStat> before;

    /** Takes the first census, so that the first measurement already has shares. */
    ProcessMeter(Processes processes) throws IOException {
        this.processes = processes;
        remember(processes.census());
    }

    /**
     * All processes and what they did since the previous measurement.
     *
     * @param census all of them
     * @param byPid the same by number
     * @param processes the same, measured
     */
    record Measured(Census census, Map<Integer, ProcessStat> byPid, List<MeasuredProcess> processes) {}

    Measured measure() throws IOException {
        Census now = processes.census();
        List<MeasuredProcess> measured = new ArrayList<>(now.processes().size());
        for (ProcessStat process : now.processes()) {
            measured.add(new MeasuredProcess(process, share(process)));
        }
        remember(now);
        return new Measured(now, before, measured);
    }

    private void remember(Census census) {
        previous = census;
        before = census.byPid();
    }

    private Value share(ProcessStat now) {
        ProcessStat then = before.get(now.pid());
        if (then != null && then.isSameAs(now)) {
            return share(now.cpuNanos() - then.cpuNanos(), now.readNanos() - then.readNanos());
        }
        // All that a process used that was started since the previous census, it used since then.
        boolean isNew = now.startNanos() >= previous.host().nowNanos();
        return isNew ? share(now.cpuNanos(), now.readNanos() - previous.readNanos()) : NOT_BEFORE;
    }

    private static Value share(long usedNanos, long nanos) {
        if (nanos < SHORTEST_NANOS) {
            return TOO_SHORT;
        }
        return usedNanos < 0 ? WENT_BACKWARDS : Rounding.twoDecimals(100.0 * usedNanos / nanos);
    }
}
