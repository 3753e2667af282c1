package io.hostpulse.exporter.sink.violation;

/** In which forms a violation is written. */
enum ViolationFormat {
    JSON,
    CSV,
    BOTH;

    boolean hasJson() {
        return this != CSV;
    }

    boolean hasCsv() {
        return this != JSON;
    }
}
