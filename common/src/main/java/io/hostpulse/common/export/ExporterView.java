package io.hostpulse.common.export;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What the exporter is doing, in a file that others read: {@code data/run/exporter.json}, replaced as a whole.
 *
 * @param timestamp when this was true, epoch nanoseconds
 * @param pid the exporter's process id
 * @param sinks its sinks in the order of the configuration
 */
public record ExporterView(long timestamp, long pid, List<SinkView> sinks) {

    private static final String FILE = "exporter.json";

    /** Copies the list. */
    public ExporterView {
        sinks = List.copyOf(sinks);
    }

    /**
     * Shows this to others.
     *
     * @param data the data directory, whose owner alone can read it
     * @throws IOException when the file cannot be replaced
     */
    public void writeTo(DataDirectory data) throws IOException {
        Path file = data.run().resolve(FILE);
        Path draft = data.run().resolve(FILE + ".tmp");
        Files.writeString(draft, new PayloadWriter().text(fields()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes it down.
     *
     * @return its fields
     */
    public Fields fields() {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(timestamp))
                .put("pid", pid)
                .put("sinks", sinks.stream().map(SinkView::fields).toList())
                .build();
    }

    /**
     * Reads what the exporter has shown last, whether it lives or not.
     *
     * @param data the data directory
     * @return its view; empty when it never ran here, or another version of it wrote what this one cannot read
     * @throws IOException when the file is there and cannot be read
     */
    public static Optional<ExporterView> read(DataDirectory data) throws IOException {
        try {
            return Optional.of(
                    parse(new PayloadReader().read(Files.readAllBytes(data.run().resolve(FILE)))));
        } catch (NoSuchFileException | RecordFormatException absent) {
            return Optional.empty();
        }
    }

    private static ExporterView parse(Fields fields) {
        try {
            return new ExporterView(
                    Rfc3339.parse(((Value.Text) fields.get("timestamp").orElseThrow()).value()),
                    ((Value.Whole) fields.get("pid").orElseThrow()).value(),
                    ((Value.Sequence) fields.get("sinks").orElseThrow())
                            .values().stream()
                                    .map(sink -> SinkView.parse((Fields) sink))
                                    .toList());
        } catch (IllegalArgumentException | ClassCastException | DateTimeParseException | NoSuchElementException e) {
            throw new RecordFormatException("no view of an exporter: " + e.getMessage());
        }
    }
}
