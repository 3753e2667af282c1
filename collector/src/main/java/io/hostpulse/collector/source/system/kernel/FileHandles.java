package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.Usage;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Path;

/** Open files of the whole host, in /proc/sys/fs/file-nr: allocated, of these unused, at most. */
final class FileHandles implements FieldGroup {

    private static final String NAME = "file_handles";

    private final KernelFile file;

    FileHandles(Path proc) {
        this.file = new KernelFile(proc.resolve("sys/fs/file-nr").toString());
    }

    @Override
    public void addTo(Fields.Builder fields) {
        try {
            TextCursor text = file.read();
            long used = text.number() - text.number();
            Usage.add(fields, NAME, used, text.number());
        } catch (IOException e) {
            Usage.addMissing(fields, NAME, "it cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
