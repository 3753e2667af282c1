package io.hostpulse.console.status;

import io.hostpulse.common.export.ExporterView;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.status.ProcFiles;
import io.hostpulse.common.status.ProcessReader;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.status.StreamReader;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.console.alerts.Overview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Acquires the status: reads only, and asks no process. */
public final class StatusReader {

    private final DataDirectory data;
    private final Processes processes;
    private final String host;
    private final EpochClock clock;

    /**
     * Looks at one data directory.
     *
     * @param data the data directory
     * @param proc where the process filesystem is mounted
     * @param clock the time by which ages are measured
     */
    public StatusReader(DataDirectory data, Path proc, EpochClock clock) {
        this.data = data;
        this.processes = Processes.of(proc, clock);
        this.host = new ProcFiles(proc).hostName();
        this.clock = clock;
    }

    /**
     * Reads everything.
     *
     * @return the status at this moment
     * @throws IOException when something is there and cannot be read
     */
    public Status read() throws IOException {
        SupervisorState supervisor = SupervisorState.of(data);
        boolean supervised = processes.usage(supervisor.pid()).isPresent();
        List<ProcessStatus> found = new ProcessReader(data, processes, clock).read(supervisor);
        List<StreamStatus> streams = new StreamReader(data, processes).read();
        List<SinkView> sinks = isAlive(found, "exporter")
                ? ExporterView.read(data).map(ExporterView::sinks).orElse(List.of())
                : List.of();
        // Asked last: no record just read may seem to come from the future.
        long now = clock.nanos();
        return new Status(
                now,
                host,
                data.root(),
                Optional.of(supervisor).filter(own -> supervised),
                found,
                streams,
                alerting(found, now),
                sinks);
    }

    private static boolean isAlive(List<ProcessStatus> processes, String name) {
        return processes.stream()
                .anyMatch(process ->
                        process.name().equals(name) && process.state().isAlive());
    }

    // Whatever is wrong with the journal, everything else is to be shown.
    private Overview alerting(List<ProcessStatus> found, long now) {
        try {
            return Overview.of(data, found, now);
        } catch (QueueException e) {
            return Overview.unknown(now, e.getMessage());
        }
    }
}
