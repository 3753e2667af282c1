package io.hostpulse.collector.source.command;

/** How a program writes its values. */
enum OutputFormat {
    /** Found out from the output. */
    AUTO,
    JSON,
    /** Lines of {@code key=value}, {@code key value} or {@code key: value}. */
    KEYVALUE,
    /** The text format of Prometheus. */
    PROMETHEUS
}
