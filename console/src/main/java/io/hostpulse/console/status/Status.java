package io.hostpulse.console.status;

import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.console.alerts.Overview;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to say at one moment.
 *
 * @param now that moment, epoch nanoseconds
 * @param host the machine's name
 * @param data the data directory
 * @param supervisor the supervisor's pid and start time, if it lives
 * @param processes the processes in start order
 * @param streams the streams in alphabetical order
 * @param alerting what is on, and whether anybody watches
 * @param sinks what the exporter writes to; empty when it does not live
 */
public record Status(
        long now,
        String host,
        Path data,
        Optional<SupervisorState> supervisor,
        List<ProcessStatus> processes,
        List<StreamStatus> streams,
        Overview alerting,
        List<SinkView> sinks) {

    /** Copies the lists. */
    public Status {
        processes = List.copyOf(processes);
        streams = List.copyOf(streams);
        sinks = List.copyOf(sinks);
    }

    /**
     * Tells whether Hostpulse runs on this data directory.
     *
     * @return whether its supervisor or any of its processes lives
     */
    public boolean isRunning() {
        return supervisor.isPresent()
                || processes.stream().anyMatch(process -> process.state().isAlive());
    }
}
