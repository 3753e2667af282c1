package io.hostpulse.alerter.notify.email;

/** Whether a message carries what the exporter writes to files about violations. */
enum Attaching {
    NONE,
    JSON,
    CSV,
    BOTH;

    boolean hasJson() {
        return this == JSON || this == BOTH;
    }

    boolean hasCsv() {
        return this == CSV || this == BOTH;
    }
}
