package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.common.model.Fields;

/** Processes and threads. */
record CgroupPids(Cgroup cgroup) implements FieldGroup {

    @Override
    public void addTo(Fields.Builder fields) {
        LimitedUse.add(fields, "pids", cgroup);
    }
}
