package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** Finds out how processes are read on this host. */
final class OpenProcesses {

    private static final LongSupplier CLOCK = System::nanoTime;

    private OpenProcesses() {}

    static Processes on(Platform platform, CommandLine commandLine) throws IOException {
        return platform == Platform.LINUX ? linux(Path.of("/proc"), commandLine) : other(commandLine);
    }

    static Processes linux(Path proc, CommandLine commandLine) throws IOException {
        return new LinuxProcesses(
                new ProcDirectory(proc.toString()),
                new HostFiles(proc),
                KernelUnits.read(proc),
                new UserNames(Path.of("/etc/passwd")),
                commandLine,
                CLOCK);
    }

    private static Processes other(CommandLine commandLine) {
        return new OshiProcesses(new SystemInfo(), commandLine, EpochClock.SYSTEM, CLOCK);
    }
}
