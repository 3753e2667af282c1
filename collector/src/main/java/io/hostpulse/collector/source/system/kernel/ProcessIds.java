package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.Usage;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Path;

/** How many process ids are taken. Every thread takes one, so that threads are what counts. */
final class ProcessIds implements FieldGroup {

    private static final String NAME = "pids";

    private final KernelFile max;
    private final KernelFile loadavg;

    ProcessIds(Path proc) {
        this.max = new KernelFile(proc.resolve("sys/kernel/pid_max").toString());
        this.loadavg = new KernelFile(proc.resolve("loadavg").toString());
    }

    @Override
    public void addTo(Fields.Builder fields) {
        try {
            Usage.add(fields, NAME, Threads.parse(loadavg.read()), max.read().number());
        } catch (IOException e) {
            Usage.addMissing(fields, NAME, "it cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        max.close();
        loadavg.close();
    }
}
