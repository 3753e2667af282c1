package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.List;

/** Puts together what is known about the host. */
final class SystemSource implements Source {

    private final Host host;

    SystemSource(Host host) {
        this.host = host;
    }

    @Override
    public Reading read() throws IOException {
        Fields.Builder fields = Fields.builder();
        addIdentity(fields, host.identity());
        addState(fields, host.state());
        fields.put("users", users());
        fields.put("java_version", System.getProperty("java.version"));
        fields.missing(
                "python_version", "Hostpulse is not a Python program; the key is kept for clients that look for it");
        return new Reading.Ok(fields.build());
    }

    private static void addIdentity(Fields.Builder fields, HostIdentity identity) {
        fields.put("os_name", identity.osName());
        fields.put("os_version", identity.osVersion());
        fields.put("os_release", identity.osRelease());
        fields.put("os_distribution", identity.distribution());
        fields.put("architecture", identity.machine());
        fields.put("machine", identity.machine());
        fields.put("processor", identity.processor());
    }

    private static void addState(Fields.Builder fields, HostState state) {
        fields.put("hostname", state.hostname());
        fields.put("processes", state.processes());
        fields.put("threads", state.threads());
        fields.put("boot_time", state.bootTime().toString());
        fields.put("uptime_seconds", Rounding.twoDecimals(state.uptimeSeconds()));
    }

    private Value users() {
        try {
            List<Session> sessions = host.sessions();
            Fields.Builder fields = Fields.builder().put("count", sessions.size());
            return fields.put("sessions", sessions.stream().map(Session::fields).toList())
                    .build();
        } catch (IOException e) {
            return new Value.Missing("who is logged in cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
