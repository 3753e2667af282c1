package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.violation.ViolationExport;
import io.hostpulse.common.violation.ViolationReader;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.file.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a file for each violation. Its name follows from the time, the rule and the number in the journal, so the same violation
 * written twice is one file. Belongs to one thread.
 */
final class ViolationSink implements Sink {

    private final ViolationOptions options;
    private final Path directory;
    private final ViolationReader reader;
    private final ViolationFiles files;

    ViolationSink(ViolationOptions options, SinkSurroundings surroundings) {
        this.options = options;
        this.directory = options.directory().orElse(surroundings.exports());
        this.reader = new ViolationReader(new QueueDirectory(surroundings.data().queues()));
        this.files = new ViolationFiles(directory, options.compress(), options.maxExportFiles());
    }

    @Override
    public SinkOutcome write(Batch batch) {
        try {
            for (ExportRecord record : batch.records()) {
                Optional<Violation> violation = Violation.in(record);
                if (violation.isPresent()) {
                    write(violation.get());
                }
            }
            return SinkOutcome.WRITTEN;
        } catch (RecordFormatException e) {
            return new SinkOutcome.Refused(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return new SinkOutcome.TryAgain(FileTrouble.in(directory, e));
        }
    }

    private void write(Violation violation) throws IOException {
        ViolationExport export = new ViolationExport(reader.report(violation.alert()));
        String name = export.fileName(Long.toString(violation.sequence()));
        if (options.format().hasJson()) {
            files.write(name, "json", export.json());
        }
        if (options.format().hasCsv()) {
            files.write(name, "csv", export.csv());
        }
    }
}
