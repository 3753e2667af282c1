package io.hostpulse.console.memory;

import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.console.payload.RecordFields;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Shows everything that is known of one process, and why the rest is not.
 *
 * @param style how tones are shown
 */
public record ProcessText(Style style) {

    /**
     * Puts the lines together.
     *
     * @param process the process's fields in a record of the stream {@code pipeline}
     * @return one line a value, ending with a line feed
     */
    String render(RecordFields process) {
        Table table = new Table().left(process.text("name").orElse("?")).left("");
        String health = process.text("health").orElse("unknown");
        table.row(Cell.of("health"), new Cell(health, MemoryText.tone(health)));
        process.texts("reasons").forEach(reason -> table.row(Cell.of(""), Cell.of(reason)));
        table.row(Cell.of("state"), Cell.of(process.text("state")));
        if (process.value("pid").isPresent()) {
            addLife(table, process);
            addMemory(table, process);
            addTrend(table, process);
            addCounters(table, process);
        }
        return table.render(style);
    }

    private static void addLife(Table table, RecordFields process) {
        row(table, process, "pid", "pid", MemoryText::whole);
        row(table, process, "up for", "uptime_seconds", MemoryText::span);
        row(table, process, "last heartbeat", "heartbeat_age_seconds", MemoryText::span);
        row(table, process, "processor", "cpu_percent", MemoryText::percent);
        row(table, process, "threads", "thread_count", MemoryText::whole);
        row(table, process, "open files", "open_files", MemoryText::whole);
        row(table, process, "connections", "connections", MemoryText::whole);
    }

    private static void addMemory(Table table, RecordFields process) {
        row(table, process, "resident", "rss", MemoryText::bytes);
        row(table, process, "proportional", "pss", MemoryText::bytes);
        row(table, process, "heap used", "heap_used", MemoryText::bytes);
        row(table, process, "heap committed", "heap_committed", MemoryText::bytes);
        row(table, process, "heap maximum", "heap_max", MemoryText::bytes);
        row(table, process, "beside the heap", "non_heap_used", MemoryText::bytes);
        row(table, process, "direct buffers", "direct_memory", MemoryText::bytes);
        row(table, process, "young collections", "gc_collections.young", MemoryText::whole);
        row(table, process, "took", "gc_seconds.young", MemoryText::span);
        row(table, process, "old collections", "gc_collections.old", MemoryText::whole);
        row(table, process, "took", "gc_seconds.old", MemoryText::span);
    }

    private static void addTrend(Table table, RecordFields process) {
        row(table, process, "observed for", "trend.span_seconds", MemoryText::span);
        row(table, process, "average resident", "trend.average_memory", MemoryText::bytes);
        row(table, process, "least", "trend.min_memory", MemoryText::bytes);
        row(table, process, "most", "trend.max_memory", MemoryText::bytes);
        row(table, process, "growth an hour", "trend.growth_rate_per_hour", MemoryText::bytes);
    }

    private static void addCounters(Table table, RecordFields process) {
        process.names("counters").forEach(label -> row(table, process, label, "counters." + label, MemoryText::whole));
    }

    private static void row(
            Table table,
            RecordFields process,
            String label,
            String path,
            BiFunction<RecordFields, String, Optional<String>> form) {
        String text = form.apply(process, path)
                .or(() -> process.reason(path).map(reason -> "- (" + reason + ")"))
                .orElse("-");
        table.row(Cell.of(label), Cell.of(text));
    }
}
