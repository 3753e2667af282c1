package io.hostpulse.exporter.sink.json;

/** What a file of JSON looks like. */
enum JsonStyle {
    /** One list, for people: each value in a line of its own. */
    PRETTY,
    /** One list, each record in a line. */
    ARRAY,
    /** No list but one object a line (NDJSON). */
    LINES
}
