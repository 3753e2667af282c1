package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.system.cgroup.CgroupFields;
import io.hostpulse.collector.source.system.kernel.KernelFields;
import io.hostpulse.collector.source.system.protocol.ProtocolFields;
import io.hostpulse.collector.source.system.systemd.SystemdFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** All groups of fields that Linux has. */
final class LinuxGroups {

    private LinuxGroups() {}

    static List<FieldGroup> of(Path proc, Path run, Numbers stat, LongSupplier nanoTime) {
        List<FieldGroup> groups = new ArrayList<>();
        groups.add(KernelFields.kernel(proc, stat, nanoTime));
        groups.add(KernelFields.cpuTimes(proc));
        groups.add(KernelFields.pressure(proc, nanoTime));
        groups.addAll(ProtocolFields.groups(proc, nanoTime));
        groups.add(CgroupFields.open(proc, nanoTime));
        groups.add(SystemdFields.open(run, nanoTime));
        return groups;
    }
}
