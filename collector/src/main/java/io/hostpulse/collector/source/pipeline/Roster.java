package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.status.ProcessReader;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.status.SupervisorState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The processes of a data directory: those that live, those that the supervisor looks after, and for an hour those that have
 * ended.
 *
 * @param data the data directory
 * @param processes looks at live processes
 * @param clock the wall clock
 */
record Roster(DataDirectory data, Processes processes, EpochClock clock) {

    private static final long DEAD_SHOWN = Duration.ofHours(1).toNanos();

    List<ProcessStatus> read() throws IOException {
        long now = clock.nanos();
        return new ProcessReader(data, processes, clock)
                .read(SupervisorState.of(data)).stream()
                        .filter(process -> isShown(process, now))
                        .toList();
    }

    private static boolean isShown(ProcessStatus process, long now) {
        return process.usage().isPresent()
                || process.supervised().isPresent()
                || process.mark()
                        .filter(mark -> now - mark.heartbeat() < DEAD_SHOWN)
                        .isPresent();
    }
}
