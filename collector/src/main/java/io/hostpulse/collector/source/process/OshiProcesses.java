package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Reads processes through OSHI, which looks at all of them closely at once. Its scale of start times is the wall clock. */
final class OshiProcesses implements Processes {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final SystemInfo system;
    private final CommandLine commandLine;
    private final EpochClock clock;
    private final LongSupplier nanoTime;
    private Map<Integer, OSProcess> latest = Map.of();

    OshiProcesses(SystemInfo system, CommandLine commandLine, EpochClock clock, LongSupplier nanoTime) {
        this.system = system;
        this.commandLine = commandLine;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public Census census() {
        long memory = system.getHardware().getMemory().getTotal();
        Census.Moment moment = new Census.Moment(0, clock.nanos(), memory);
        long begun = nanoTime.getAsLong();
        List<OSProcess> all = system.getOperatingSystem().getProcesses();
        latest = new HashMap<>();
        all.forEach(process -> latest.put(process.getProcessID(), process));
        return new Census(all.stream().map(process -> stat(process, begun)).toList(), 0, moment, begun);
    }

    private static ProcessStat stat(OSProcess from, long readNanos) {
        return new ProcessStat(
                from.getProcessID(),
                from.getParentProcessID(),
                from.getName(),
                state(from.getState()),
                false,
                from.getThreadCount(),
                (from.getKernelTime() + from.getUserTime()) * NANOS_PER_MILLI,
                from.getResidentMemory(),
                from.getStartTime() * NANOS_PER_MILLI,
                readNanos);
    }

    private static ProcessState state(OSProcess.State state) {
        return switch (state) {
            case RUNNING, NEW -> ProcessState.RUNNING;
            case SLEEPING -> ProcessState.SLEEPING;
            case WAITING -> ProcessState.DISK_SLEEP;
            case ZOMBIE -> ProcessState.ZOMBIE;
            case STOPPED, SUSPENDED -> ProcessState.STOPPED;
            default -> ProcessState.OTHER;
        };
    }

    @Override
    public Value user(ProcessStat process) {
        OSProcess found = latest.get(process.pid());
        return found == null ? new Value.Missing("it has ended") : new Value.Text(found.getUser());
    }

    @Override
    public Optional<Details> details(ProcessStat process) {
        return Optional.ofNullable(latest.get(process.pid())).map(found -> details(process, found));
    }

    private Details details(ProcessStat process, OSProcess found) {
        long open = found.getOpenFiles();
        return new Details(
                new Value.Text(found.getUser()),
                command(found.getArguments()),
                open < 0 ? new Value.Missing("this system does not tell") : new Value.Whole(open),
                IoCounters.of(found.getBytesRead(), found.getBytesWritten(), process.readNanos()));
    }

    private Optional<Value> command(List<String> arguments) {
        return arguments.isEmpty() ? commandLine.missing("this system does not tell") : commandLine.of(arguments);
    }
}
