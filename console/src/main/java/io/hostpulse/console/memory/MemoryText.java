package io.hostpulse.console.memory;

import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.payload.RecordFields;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Shows what Hostpulse takes and whether it grows: a summary, one line a process, and what is to be said against it.
 *
 * @param style how tones are shown
 */
public record MemoryText(Style style) {

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Puts the lines together.
     *
     * @param record the newest record of the stream {@code pipeline}
     * @param now the present time in epoch nanoseconds
     * @return the text, ending with a line feed
     */
    public String render(NewestRecord record, long now) {
        RecordFields all = new RecordFields(record.fields());
        StringBuilder text = new StringBuilder(summary(all, record, now)).append("\n\n");
        text.append(table(all).render(style));
        for (String warning : all.texts("warnings")) {
            text.append('\n').append(style.paint(new Cell(warning, Tone.PLAIN).text(), Tone.BAD));
        }
        return text.append(all.texts("warnings").isEmpty() ? "" : "\n").toString();
    }

    private String summary(RecordFields all, NewestRecord record, long now) {
        String health = all.text("health").orElse("unknown");
        return style.paint("Hostpulse", Tone.HEAD) + " " + style.paint(health, tone(health)) + ", "
                + Units.span(record.age(now)) + " ago: " + bytes(all, "pss").orElse("-") + " proportional, "
                + bytes(all, "rss").orElse("-") + " resident, "
                + percent(all, "cpu_percent").orElse("-")
                + " of a core, " + bytes(all, "disk_bytes").orElse("-") + " on disk";
    }

    private static Table table(RecordFields all) {
        Table table = new Table()
                .left("PROCESS")
                .left("STATE")
                .right("UPTIME")
                .right("RSS")
                .right("PSS")
                .right("HEAP")
                .right("HEAP MAX")
                .right("THREADS")
                .right("FILES")
                .right("CPU")
                .right("AVG RSS")
                .right("GROWTH/H")
                .left("HEALTH");
        all.list("processes").forEach(process -> addRow(table, process));
        return table;
    }

    private static void addRow(Table table, RecordFields process) {
        Optional<String> health = process.text("health");
        table.row(
                Cell.of(process.text("name")),
                Cell.of(process.text("state")),
                Cell.of(span(process, "uptime_seconds")),
                Cell.of(bytes(process, "rss")),
                Cell.of(bytes(process, "pss")),
                Cell.of(bytes(process, "heap_used")),
                Cell.of(bytes(process, "heap_max")),
                Cell.of(whole(process, "thread_count")),
                Cell.of(whole(process, "open_files")),
                Cell.of(percent(process, "cpu_percent")),
                Cell.of(bytes(process, "trend.average_memory")),
                Cell.of(bytes(process, "trend.growth_rate_per_hour")),
                health.map(word -> new Cell(word, tone(word))).orElseGet(() -> Cell.of(health)));
    }

    static Tone tone(String health) {
        return switch (health) {
            case "healthy" -> Tone.GOOD;
            case "settling" -> Tone.PLAIN;
            case "leaking", "critical" -> Tone.BAD;
            default -> Tone.WARN;
        };
    }

    static Optional<String> bytes(RecordFields found, String path) {
        return some(found.number(path)).map(Double::longValue).map(MemoryText::signed);
    }

    /** What shrinks has a negative growth. */
    private static String signed(long bytes) {
        return bytes < 0 ? "-" + Units.bytes(-bytes) : Units.bytes(bytes);
    }

    static Optional<String> span(RecordFields found, String path) {
        return some(found.number(path)).map(seconds -> Units.span((long) (seconds * NANOS_PER_SECOND)));
    }

    static Optional<String> percent(RecordFields found, String path) {
        return some(found.number(path)).map(Units::percent);
    }

    static Optional<String> whole(RecordFields found, String path) {
        return some(found.number(path)).map(Double::longValue).map(Object::toString);
    }

    private static Optional<Double> some(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
