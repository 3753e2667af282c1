package io.hostpulse.console.memory;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Style;
import io.hostpulse.console.payload.RecordFields;
import java.util.List;

/**
 * The newest record of the stream {@code pipeline}, for people and for programs.
 *
 * @param record the record
 * @param now the present time in epoch nanoseconds
 */
public record MemoryView(NewestRecord record, long now) {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Shows all processes.
     *
     * @param style how tones are shown
     * @return a summary and a table
     */
    public String text(Style style) {
        return new MemoryText(style).render(record, now);
    }

    /**
     * Shows one process.
     *
     * @param name the process
     * @param style how tones are shown
     * @return one line a value
     * @throws ProcessUnreachableException when the record does not know it
     */
    public String text(String name, Style style) {
        return new ProcessText(style).render(process(name));
    }

    /**
     * Shows everything to a program.
     *
     * @return the document
     */
    public Fields json() {
        return document().put("data", record.fields()).build();
    }

    /**
     * Shows one process to a program.
     *
     * @param name the process
     * @return the document
     * @throws ProcessUnreachableException when the record does not know it
     */
    public Fields json(String name) {
        return document().put("process", process(name).fields()).build();
    }

    private Fields.Builder document() {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(record.time()))
                .put("age_seconds", record.age(now) / NANOS_PER_SECOND)
                .put("stale", record.isStale(now));
    }

    private RecordFields process(String name) {
        List<RecordFields> all = new RecordFields(record.fields()).list("processes");
        return all.stream()
                .filter(process -> process.text("name").filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new ProcessUnreachableException(GcInquiry.unknown(
                        name,
                        all.stream()
                                .flatMap(process -> process.text("name").stream())
                                .toList())));
    }
}
