package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Path;

/** The bits that the kernel's random numbers may still give; since Linux 5.18 always 256 once it has been seeded. */
final class Entropy implements FieldGroup {

    private static final String FIELD = "entropy_available";

    private final KernelFile file;

    Entropy(Path proc) {
        this.file =
                new KernelFile(proc.resolve("sys/kernel/random/entropy_avail").toString());
    }

    @Override
    public void addTo(Fields.Builder fields) {
        try {
            fields.put(FIELD, file.read().number());
        } catch (IOException e) {
            fields.missing(FIELD, "it cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
