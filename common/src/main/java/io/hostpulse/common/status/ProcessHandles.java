package io.hostpulse.common.status;

import io.hostpulse.common.process.EpochClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Java tells of a process, for systems without a process filesystem: its age and its time on a processor, no memory.
 *
 * @param clock the time by which ages are measured
 */
record ProcessHandles(EpochClock clock) implements Processes {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @Override
    public Optional<Usage> usage(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(ProcessHandles::mayBeOurs)
                .map(this::usage);
    }

    // Not every system shows command lines.
    private static boolean mayBeOurs(ProcessHandle.Info info) {
        return info.commandLine().map(line -> line.contains("hostpulse")).orElse(true);
    }

    private Usage usage(ProcessHandle.Info info) {
        long age = info.startInstant().map(this::since).orElse(0L);
        long cpu = info.totalCpuDuration().map(Duration::toNanos).orElse(0L);
        return new Usage(age, cpu, Optional.empty());
    }

    private long since(Instant start) {
        return Math.max(0, clock.nanos() - start.getEpochSecond() * NANOS_PER_SECOND - start.getNano());
    }
}
