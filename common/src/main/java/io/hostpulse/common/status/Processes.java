package io.hostpulse.common.status;

import io.hostpulse.common.process.EpochClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at processes of Hostpulse from outside. Thread-safe. */
@FunctionalInterface
public interface Processes {

    /**
     * Looks at one process.
     *
     * @param pid its process id; 0 for none
     * @return what it takes; empty when it has ended, or when its pid was given to another program
     */
    Optional<Usage> usage(long pid);

    /**
     * Chooses the way in which this machine shows its processes.
     *
     * @param proc where the process filesystem would be mounted
     * @param clock the time by which ages are measured where there is none
     * @return the kernel's files where there are any, and else what Java tells
     */
    static Processes of(Path proc, EpochClock clock) {
        return Files.exists(proc.resolve("uptime")) ? new ProcFiles(proc) : new ProcessHandles(clock);
    }
}
