package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.system.kernel.StatNumbers;
import io.hostpulse.collector.source.system.kernel.Threads;
import io.hostpulse.collector.source.text.KernelFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Reads the host's state from /proc, and its users from utmp. */
final class LinuxHost implements Host {

    private final HostIdentity identity = LinuxIdentity.read();
    private final KernelFile hostname = new KernelFile("/proc/sys/kernel/hostname");
    private final KernelFile uptime = new KernelFile("/proc/uptime");
    private final KernelFile loadavg = new KernelFile("/proc/loadavg");
    private final File proc = new File("/proc");
    private final UtmpFile utmp =
            new UtmpFile(Path.of("/run/utmp"), Path.of("/proc"), new UtmpRecords(System.getProperty("os.arch")));
    private final Numbers stat;

    /** Reads the boot time from the same text of /proc/stat from which others read counters. */
    LinuxHost(Numbers stat) {
        this.stat = stat;
    }

    @Override
    public HostIdentity identity() {
        return identity;
    }

    @Override
    public HostState state() throws IOException {
        return new HostState(
                hostname.read().restOfLine(),
                processes(),
                Threads.parse(loadavg.read()),
                bootTime(),
                uptime.read().decimal());
    }

    private Instant bootTime() throws IOException {
        Long seconds = stat.read().get(StatNumbers.BOOT_TIME);
        if (seconds == null) {
            throw new IOException("/proc/stat has no line " + StatNumbers.BOOT_TIME);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private long processes() throws IOException {
        String[] names = proc.list();
        if (names == null) {
            throw new IOException(proc + " cannot be listed");
        }
        return ProcNames.processes(names);
    }

    @Override
    public List<Session> sessions() throws IOException {
        return utmp.sessions();
    }

    @Override
    public void close() {
        hostname.close();
        uptime.close();
        loadavg.close();
        stat.close();
    }
}
