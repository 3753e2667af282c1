package io.hostpulse.prometheus.table;

import java.util.Locale;

/** What Prometheus may do with a metric. */
enum MetricType {
    /** It only grows; its name ends in {@code _total}. */
    COUNTER,
    /** It goes up and down. */
    GAUGE,
    /** It is always 1 and says what it has to say in labels; its name ends in {@code _info}. */
    INFO,
    /** node_exporter does not tell, for its names follow the kernel's. */
    UNTYPED;

    static MetricType of(String name) {
        if (name.startsWith("node_netstat_") || name.startsWith("node_vmstat_")) {
            return UNTYPED;
        }
        if (name.endsWith("_total")) {
            return COUNTER;
        }
        return name.endsWith("_info") ? INFO : GAUGE;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
