package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes records to files that are whole under their names. Belongs to one thread. */
public final class FileSink implements Sink {

    private final FileOptions options;
    private final Path directory;
    private final FileLayout layout;
    private final FileMemory memory;
    private Optional<ExportFiles> files = Optional.empty();

    /**
     * Prepares; nothing is opened before the first batch.
     *
     * @param options when files are finished and how many are kept
     * @param layout what they look like inside
     * @param surroundings where they are unless the options say otherwise, and where is remembered what counts
     */
    public FileSink(FileOptions options, FileLayout layout, SinkSurroundings surroundings) {
        this.options = options;
        this.directory = options.directory().orElse(surroundings.exports());
        this.layout = layout;
        this.memory = new FileMemory(surroundings.memory().resolve("files.json"));
    }

    @Override
    public SinkOutcome write(Batch batch) {
        return attempt(open -> {
            for (ExportRecord record : batch.records()) {
                open.take(record);
            }
            open.commit();
        });
    }

    @Override
    public SinkOutcome flush() {
        return attempt(ExportFiles::finishAll);
    }

    @Override
    public SinkOutcome tick(long now) {
        // After a restart there may be a file of yesterday to finish, although nothing comes any more.
        return files.isEmpty() && memory.isEmpty() ? SinkOutcome.WRITTEN : attempt(open -> open.finishOld(now));
    }

    private SinkOutcome attempt(Step step) {
        try {
            if (files.isEmpty()) {
                files = Optional.of(ExportFiles.open(options, directory, layout, memory));
            }
            step.with(files.get());
            return SinkOutcome.WRITTEN;
        } catch (IOException | UncheckedIOException e) {
            files = Optional.empty();
            return new SinkOutcome.TryAgain(FileTrouble.in(directory, e));
        } catch (RuntimeException e) {
            files = Optional.empty();
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step {
        void with(ExportFiles files) throws IOException;
    }
}
