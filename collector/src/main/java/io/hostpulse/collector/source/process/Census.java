package io.hostpulse.collector.source.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All processes at one moment.
 *
 * @param processes those that could be read
 * @param unreadable how many are there and could not be read
 * @param host what their numbers relate to
 * @param readNanos when it was begun, on the clock of {@link ProcessStat#readNanos}
 */
record Census(List<ProcessStat> processes, int unreadable, Moment host, long readNanos) {

    /**
     * The host at that moment.
     *
     * @param originEpochSecond the time that 0 is on the scale of {@link ProcessStat#startNanos}, in seconds since 1970
     * @param nowNanos the moment on that scale
     * @param memoryTotal the bytes of memory that the host has
     */
    record Moment(long originEpochSecond, long nowNanos, long memoryTotal) {}

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    Census {
        processes = List.copyOf(processes);
    }

    Map<Integer, ProcessStat> byPid() {
        Map<Integer, ProcessStat> byPid = new HashMap<>(processes.size() * 2);
        processes.forEach(process -> byPid.put(process.pid(), process));
        return byPid;
    }

    Instant startOf(ProcessStat process) {
        return Instant.ofEpochSecond(host.originEpochSecond() + process.startNanos() / NANOS_PER_SECOND);
    }

    /** Whole seconds; never negative, although the moment is read before the processes are. */
    long ageSeconds(ProcessStat process) {
        return Math.max(0, host.nowNanos() - process.startNanos()) / NANOS_PER_SECOND;
    }
}
