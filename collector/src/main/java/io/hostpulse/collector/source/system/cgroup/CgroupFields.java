package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.MissingField;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.measure.TextField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The fields {@code cgroup} of the source {@code system}: what this process may use of the host. */
public final class CgroupFields {

    private static final String NAME = "cgroup";

    private CgroupFields() {}

    /**
     * Finds the group once: a process stays where it was started.
     *
     * @param proc the folder /proc
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @return the group, or a field that says why there is none
     */
    public static FieldGroup open(Path proc, LongSupplier nanoTime) {
        try {
            return fields(CgroupFinder.find(proc.resolve("self")), nanoTime);
        } catch (IOException e) {
            return new MissingField(NAME, String.valueOf(e.getMessage()));
        }
    }

    private static FieldGroup fields(Cgroup cgroup, LongSupplier nanoTime) {
        return new NamedGroup(
                NAME,
                List.of(
                        new TextField("path", cgroup.path()),
                        new CgroupMemory(cgroup, nanoTime),
                        new CgroupCpu(cgroup, nanoTime),
                        new CgroupPids(cgroup),
                        new CgroupIo(cgroup, nanoTime)));
    }
}
