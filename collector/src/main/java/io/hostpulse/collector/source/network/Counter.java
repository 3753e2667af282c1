package io.hostpulse.collector.source.network;

/** What is counted per interface, in the order of the fields. */
enum Counter {
    BYTES_SENT("bytes_sent"),
    BYTES_RECV("bytes_recv"),
    PACKETS_SENT("packets_sent"),
    PACKETS_RECV("packets_recv"),
    ERRORS_IN("errors_in"),
    ERRORS_OUT("errors_out"),
    DROPS_IN("drops_in"),
    DROPS_OUT("drops_out");

    private final String field;
    private final String rateField;

    Counter(String field) {
        this.field = field;
        this.rateField = field + "_per_sec";
    }

    String field() {
        return field;
    }

    String rateField() {
        return rateField;
    }
}
