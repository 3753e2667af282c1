package io.hostpulse.console.memory;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.GcReport;
import io.hostpulse.common.text.Units;
import java.util.OptionalLong;

/**
 * What a forced garbage collection came to, for people and for programs.
 *
 * @param name the process
 * @param report what it reported
 */
public record GcView(String name, GcReport report) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String NOT_TOLD = "this system does not tell it";

    /**
     * Shows it to a person.
     *
     * @return one line
     */
    public String text() {
        return name + ": " + Units.bytes(report.freed()) + " freed in " + Units.span(report.nanos()) + "; heap "
                + Units.bytes(report.heapBefore()) + " before, " + Units.bytes(report.heapAfter()) + " after; resident "
                + bytes(report.residentBefore()) + " before, " + bytes(report.residentAfter()) + " after\n";
    }

    private static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? Units.bytes(bytes.getAsLong()) : "-";
    }

    /**
     * Shows it to a program.
     *
     * @return the document
     */
    public Fields json() {
        return Fields.builder()
                .put("process", name)
                .put("memory_freed", report.freed())
                .missing("objects_collected", "the JVM does not count objects")
                .put("heap_before", report.heapBefore())
                .put("heap_after", report.heapAfter())
                .put("rss_before", value(report.residentBefore()))
                .put("rss_after", value(report.residentAfter()))
                .put("duration_ms", report.nanos() / NANOS_PER_MILLI)
                .build();
    }

    private static Value value(OptionalLong bytes) {
        return bytes.isPresent() ? new Value.Whole(bytes.getAsLong()) : new Value.Missing(NOT_TOLD);
    }
}
