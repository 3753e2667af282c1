package io.hostpulse.collector.source.system;

import io.hostpulse.common.model.Value;
import java.time.Instant;
import java.util.List;
import oshi.SystemInfo;
import oshi.software.os.OSSession;
import oshi.software.os.OperatingSystem;

/** Reads the host through OSHI. */
final class OshiHost implements Host {

    private final OperatingSystem system;
    private final HostIdentity identity;

    OshiHost(SystemInfo info) {
        this.system = info.getOperatingSystem();
        this.identity = new HostIdentity(
                system.getFamily(),
                text(system.getVersionInfo().getBuildNumber()),
                text(system.getVersionInfo().getVersion()),
                text(system.toString()),
                text(System.getProperty("os.arch")),
                text(info.getHardware().getProcessor().getProcessorIdentifier().getName()));
    }

    private static Value text(String text) {
        return text == null || text.isBlank() ? new Value.Missing("this system does not tell") : new Value.Text(text);
    }

    @Override
    public HostIdentity identity() {
        return identity;
    }

    @Override
    public HostState state() {
        return new HostState(
                system.getNetworkParams().getHostName(),
                system.getProcessCount(),
                system.getThreadCount(),
                Instant.ofEpochSecond(system.getSystemBootTime()),
                system.getSystemUptime());
    }

    @Override
    public List<Session> sessions() {
        return system.getSessions().stream().map(OshiHost::session).toList();
    }

    private static Session session(OSSession from) {
        return new Session(from.getUserName(), from.getTerminalDevice(), Instant.ofEpochMilli(from.getLoginTime()));
    }
}
