package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.host.BootTime;
import io.hostpulse.collector.source.text.KernelFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the host's state from /proc, and its users from utmp. */
final class LinuxHost implements Host {

    private final HostIdentity identity = LinuxIdentity.read();
    private final KernelFile hostname = new KernelFile("/proc/sys/kernel/hostname");
    private final KernelFile uptime = new KernelFile("/proc/uptime");
    private final KernelFile loadavg = new KernelFile("/proc/loadavg");
    private final KernelFile stat = new KernelFile("/proc/stat");
    private final File proc = new File("/proc");
    private final UtmpFile utmp =
            new UtmpFile(Path.of("/run/utmp"), Path.of("/proc"), new UtmpRecords(System.getProperty("os.arch")));

    @Override
    public HostIdentity identity() {
        return identity;
    }

    @Override
    public HostState state() throws IOException {
        return new HostState(
                hostname.read().restOfLine(),
                processes(),
                ProcText.threads(loadavg.read()),
                BootTime.in(stat.read()),
                uptime.read().decimal());
    }

    private long processes() throws IOException {
        String[] names = proc.list();
        if (names == null) {
            throw new IOException(proc + " cannot be listed");
        }
        return ProcText.processes(names);
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
