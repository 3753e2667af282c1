package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.system.kernel.StatNumbers;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A service in a control group with limits, for hosts where the tests run in none. */
public final class CapturedSystem {

    private static final Map<String, String> GROUP = Map.of(
            "cgroup.type", "domain",
            "memory.max", "1073741824",
            "memory.high", "max",
            "memory.current", "536870912",
            "memory.events", "max 3",
            "cpu.max", "200000 100000",
            "cpu.stat", "usage_usec 4500000",
            "pids.max", "512",
            "pids.current", "32",
            "io.stat", "8:0 rbytes=4096 wbytes=100 rios=1 wios=0 dbytes=0 dios=0");

    private CapturedSystem() {}

    public static Fields read(Path root) throws IOException {
        Path mount = root.resolve("cgroup");
        write(root.resolve("self/cgroup"), "0::/hostpulse.service");
        write(root.resolve("self/mountinfo"), "31 23 0:28 / " + mount + " rw shared:4 - cgroup2 cgroup2 rw");
        for (Map.Entry<String, String> file : GROUP.entrySet()) {
            write(mount.resolve("hostpulse.service").resolve(file.getKey()), file.getValue());
        }
        Fields.Builder fields = Fields.builder();
        for (FieldGroup group : LinuxGroups.of(root, root, new StatNumbers(root), System::nanoTime)) {
            group.addTo(fields);
        }
        return fields.build();
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content + "\n");
    }
}
