package io.hostpulse.prometheus.table;

/**
 * A metric without its values.
 *
 * @param name its name as Prometheus shows it, with its ending
 * @param help a sentence without a full stop
 */
record Metric(String name, String help) {

    MetricType type() {
        return MetricType.of(name);
    }

    /** The name without the ending that its type demands; the client library adds that again. */
    String base() {
        return switch (type()) {
            case COUNTER -> name.substring(0, name.length() - "_total".length());
            case INFO -> name.substring(0, name.length() - "_info".length());
            case GAUGE, UNTYPED -> name;
        };
    }
}
