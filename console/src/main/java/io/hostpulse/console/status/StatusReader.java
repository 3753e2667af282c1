package io.hostpulse.console.status;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Acquires the status: reads only, and asks no process. */
public final class StatusReader {

    private final DataDirectory data;
    private final ProcFiles proc;
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
        this.proc = new ProcFiles(proc);
        this.clock = clock;
    }

    /**
     * Reads everything.
     *
     * @return the status at this moment
     * @throws IOException when something is there and cannot be read
     */
    public Status read() throws IOException {
        SupervisorState supervisor = SupervisorState.readFrom(data.run().resolve("supervisor.state"));
        boolean supervised = proc.usage(supervisor.pid()).isPresent();
        List<ProcessStatus> processes = new ProcessReader(data, proc, clock).read(supervisor);
        List<StreamStatus> streams = new StreamReader(data, proc).read();
        // Asked last: no record just read may seem to come from the future.
        return new Status(
                clock.nanos(),
                proc.hostName(),
                data.root(),
                Optional.of(supervisor).filter(found -> supervised),
                processes,
                streams);
    }
}
