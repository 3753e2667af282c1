package io.hostpulse.console.export;

/** What an export looks like. The names are what people type. */
public enum Format {
    /** One list, for people. */
    json,
    /** One object a line. */
    ndjson,
    /** A table for each stream. */
    csv
}
