package io.hostpulse.console;

import io.hostpulse.common.period.ExportFormat;
import io.hostpulse.common.period.ExportText;
import io.hostpulse.common.period.MergedPeriods;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.ProgressLine;
import io.hostpulse.console.export.ExportWriter;
import io.hostpulse.console.export.ProgressBar;
import io.hostpulse.console.queues.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One export on its way: a period of some streams into one file or several, or to standard output. What is missing is told on stderr. */
final class ExportRun {

    private final Surroundings surroundings;
    private final Optional<Long> from;
    private final Optional<Long> to;
    private long missing;
    private boolean isCutOff;

    /**
     * Prepares.
     *
     * @param surroundings where it is told what is missing
     * @param from the beginning, epoch nanoseconds; absent for all there is
     * @param to the end, not included; absent for all there is
     */
    ExportRun(Surroundings surroundings, Optional<Long> from, Optional<Long> to) {
        this.surroundings = surroundings;
        this.from = from;
        this.to = to;
    }

    /** How many records are gone that should have been written. */
    long missing() {
        return missing;
    }

    /** Whether an output was closed or is full. */
    boolean isCutOff() {
        return isCutOff;
    }

    /** Writes records of several streams by their times, and tells how many. */
    long list(List<StreamPlace> places, ExportFormat format, Optional<Path> output) throws IOException {
        try (MergedPeriods records = open(places)) {
            return write(
                    records,
                    format == ExportFormat.json ? ExportText.json(records) : ExportText.ndjson(records),
                    output);
        }
    }

    /** Writes the records of one stream as a table, and tells how many. */
    long table(StreamPlace place, Optional<Path> output) throws IOException {
        try (MergedPeriods looked = open(List.of(place))) {
            List<String> columns = columns(looked);
            // What is missing was told the first time.
            try (MergedPeriods records = looked.again(trouble -> {})) {
                return write(records, ExportText.csv(records, columns), output);
            }
        }
    }

    private List<String> columns(MergedPeriods records) {
        try (ProgressLine line = surroundings.progress()) {
            return ExportWriter.columns(records, share -> line.show(ProgressBar.of(share) + " looked for columns"));
        }
    }

    private MergedPeriods open(List<StreamPlace> places) {
        Consumer<String> told = trouble -> surroundings.err().println(Printable.of(trouble));
        return MergedPeriods.open(places, from, to, told);
    }

    private long write(MergedPeriods records, ExportText text, Optional<Path> output) throws IOException {
        if (output.isEmpty()) {
            return write(records, text, surroundings.out());
        }
        try (OutputFile target = new OutputFile(surroundings.workingDirectory().resolve(output.get()))) {
            long written = write(records, text, target.writer());
            target.complete();
            return written;
        }
    }

    private long write(MergedPeriods records, ExportText text, PrintWriter out) {
        try (ProgressLine line = surroundings.progress()) {
            long written =
                    new ExportWriter(out, share -> line.show(ProgressBar.of(share) + " written")).write(text, records);
            isCutOff |= out.checkError();
            missing += records.missing();
            return written;
        }
    }
}
