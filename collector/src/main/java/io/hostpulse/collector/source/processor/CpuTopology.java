package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Tells physical cores from hyper-threads: logical cores on the same physical one name the same list of siblings. */
final class CpuTopology {

    private CpuTopology() {}

    static Value physicalCores(Path cpuFolder) throws IOException {
        Set<String> siblings = new HashSet<>();
        String[] cpus = cpuFolder.toFile().list((parent, name) -> name.matches("cpu[0-9]+"));
        for (String cpu : cpus == null ? new String[0] : cpus) {
            Path list = cpuFolder.resolve(cpu).resolve("topology/thread_siblings_list");
            if (Files.isReadable(list)) {
                siblings.add(KernelFile.readOnce(list.toString()).restOfLine());
            }
        }
        return siblings.isEmpty()
                ? new Value.Missing(cpuFolder + " does not tell the topology")
                : new Value.Whole(siblings.size());
    }
}
