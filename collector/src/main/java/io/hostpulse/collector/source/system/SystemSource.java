package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.List;

/** Puts together what is known about the host, and groups of fields that each answer for themselves. */
final class SystemSource implements Source {

    private final Host host;
    private final List<FieldGroup> groups;

    /** Reads the groups once, so that the first reading already has the rates of their counters. */
    SystemSource(Host host, List<FieldGroup> groups) {
        this.host = host;
        this.groups = List.copyOf(groups);
        addGroups(Fields.builder());
    }

    @Override
    public Reading read() throws IOException {
        Fields.Builder fields = Fields.builder();
        addIdentity(fields, host.identity());
        addState(fields, host.state());
        fields.put("users", users());
        addGroups(fields);
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

    private void addGroups(Fields.Builder fields) {
        groups.forEach(group -> group.addTo(fields));
    }

    @Override
    public void prepareNext() {
        groups.forEach(FieldGroup::prepareNext);
    }

    @Override
    public void close() {
        host.close();
        groups.forEach(FieldGroup::close);
    }
}
