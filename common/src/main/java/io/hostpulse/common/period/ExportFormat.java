package io.hostpulse.common.period;

/** What an export looks like. The names are what people type. */
public enum ExportFormat {
    /** One list, for people. */
    json,
    /** One object a line. */
    ndjson,
    /** A table for each stream. */
    csv
}
