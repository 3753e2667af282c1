package io.hostpulse.common.queue;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * What consumers of a stream have lost to its hard limit, in {@code overruns.ndjson} beside the queue's files: one JSON object
 * a line, the newest last. It outlives the writer and holds the newest {@value #MOST} entries. Written by the stream's writer
 * only; anyone may read.
 *
 * @param file where it lies
 */
public record OverrunLog(Path file) {

    /** Its name in the queue's directory. */
    public static final String FILE_NAME = "overruns.ndjson";

    private static final int MOST = 100;

    /**
     * Finds the log of a stream.
     *
     * @param directory the stream's directory
     * @return its log, which need not exist
     */
    public static OverrunLog in(Path directory) {
        return new OverrunLog(directory.resolve(FILE_NAME));
    }

    /**
     * Reads the log.
     *
     * @return its entries, oldest first; empty when nothing was ever lost; lines that make no sense are left out
     * @throws IOException when it cannot be read
     */
    public List<Overrun> read() throws IOException {
        List<Overrun> found = new ArrayList<>();
        for (String line : lines()) {
            parse(line, found);
        }
        return found;
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /** Adds entries; readers see either the old or the new file. */
    void add(List<Overrun> overruns) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        overruns.forEach(overrun -> lines.add(line(overrun)));
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, lines.subList(Math.max(0, lines.size() - MOST), lines.size()), StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Overrun overrun) {
        Fields fields = Fields.builder()
                .put("time", Rfc3339.format(overrun.time()))
                .put("stream", overrun.stream().value())
                .put("file", overrun.file())
                .put("consumer", overrun.consumer())
                .put("first", overrun.lost().first())
                .put("last", overrun.lost().last())
                .build();
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(fields)).toString();
    }

    // A line that was cut short says nothing that could be relied on.
    private static void parse(String line, List<Overrun> found) {
        try {
            Fields fields = new PayloadReader().read(line.getBytes(StandardCharsets.UTF_8));
            found.add(new Overrun(
                    Rfc3339.parse(text(fields, "time")),
                    new StreamName(text(fields, "stream")),
                    text(fields, "file"),
                    text(fields, "consumer"),
                    new Gap(whole(fields, "first"), whole(fields, "last"))));
        } catch (RecordFormatException | IllegalArgumentException | DateTimeException e) {
            return;
        }
    }

    private static String text(Fields fields, String name) {
        return fields.get(name)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .orElseThrow(() -> new IllegalArgumentException("no text '" + name + "'"));
    }

    private static long whole(Fields fields, String name) {
        return fields.get(name)
                .filter(Value.Whole.class::isInstance)
                .map(value -> ((Value.Whole) value).value())
                .orElseThrow(() -> new IllegalArgumentException("no number '" + name + "'"));
    }
}
