package io.hostpulse.console.memory;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.GcReport;
import io.hostpulse.common.process.GcRequest;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessReader;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.console.tail.Pause;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a process to collect its garbage and waits for what it reports.
 *
 * @param data the data directory on which it runs
 * @param processes looks at live processes
 * @param clock the time
 * @param pause waits
 */
public record GcInquiry(DataDirectory data, Processes processes, EpochClock clock, Pause pause) {

    /** A process looks for requests once a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long STEP = Duration.ofMillis(50).toNanos();

    /**
     * Asks.
     *
     * @param name the process
     * @return what the collection came to
     * @throws ProcessUnreachableException when there is no such process, it does not run, or it does not answer in 10 s
     * @throws IOException when the request cannot be placed
     */
    public GcReport ask(String name) throws IOException {
        requireAwake(status(name));
        try (GcRequest request = GcRequest.place(data, name, clock.nanos())) {
            return await(request, name, clock.nanos() + PATIENCE.toNanos());
        } catch (FileAlreadyExistsException e) {
            throw new ProcessUnreachableException(
                    name + " is being asked by somebody else right now: try again in a moment");
        }
    }

    private ProcessStatus status(String name) throws IOException {
        List<ProcessStatus> all = new ProcessReader(data, processes, clock).read(SupervisorState.of(data));
        return all.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProcessUnreachableException(
                        unknown(name, all.stream().map(ProcessStatus::name).toList())));
    }

    static String unknown(String name, List<String> there) {
        return "there is no process '" + name + "'"
                + (there.isEmpty()
                        ? ": nothing has run here yet"
                        : Nearest.hint(name, there) + "; there are: " + String.join(", ", there));
    }

    private static void requireAwake(ProcessStatus process) {
        if (!process.state().isAlive()) {
            throw new ProcessUnreachableException(
                    process.name() + " does not run (" + process.state().label() + "): there is nothing to collect");
        }
        if (process.state() == LifeState.HUNG) {
            throw new ProcessUnreachableException(process.name()
                    + " is hung and sees no request: restart it with 'hostpulse restart " + process.name() + "'");
        }
    }

    private GcReport await(GcRequest request, String name, long end) throws IOException {
        while (true) {
            Optional<GcReport> report = request.report();
            if (report.isPresent()) {
                return report.get();
            }
            if (!status(name).state().isAlive()) {
                throw new ProcessUnreachableException(name + " ended before it answered");
            }
            if (clock.nanos() >= end) {
                throw new ProcessUnreachableException(name + " has not answered within " + PATIENCE.toSeconds()
                        + " s: see 'hostpulse status', and 'hostpulse logs " + name + "'");
            }
            pause.until(clock.nanos() + STEP);
        }
    }
}
