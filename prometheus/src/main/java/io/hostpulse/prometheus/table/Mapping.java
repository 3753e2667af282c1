package io.hostpulse.prometheus.table;

import io.hostpulse.prometheus.state.Condition;
import io.hostpulse.prometheus.state.HostState;
import io.hostpulse.prometheus.state.StreamState;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes metrics of the newest records. Of a stream without data that can be relied on nothing is shown but that it has none and why:
 * absent is what Prometheus calls unknown, and the last value repeated would look like a value. Immutable.
 */
public final class Mapping {

    private static final List<Row> ROWS = rows();

    private final int limit;
    private final Map<String, List<Row>> byStream = ROWS.stream().collect(Collectors.groupingBy(Row::stream));

    /**
     * Makes a mapping.
     *
     * @param limit how many series a metric may have
     */
    public Mapping(int limit) {
        this.limit = limit;
    }

    private static List<Row> rows() {
        List<Row> all = new ArrayList<>(HostpulseTable.rows());
        all.addAll(NodeTable.rows());
        return List.copyOf(all);
    }

    static List<Row> all() {
        return ROWS;
    }

    /**
     * Makes the metrics of one moment.
     *
     * @param host what is known
     * @return the metrics
     */
    public MetricSnapshots metrics(HostState host) {
        Families families = new Families(limit);
        OwnMetrics.add(families, host);
        for (StreamState stream : host.streams()) {
            StreamMetrics.add(families, stream, host.now());
            if (stream.condition(host.now()) == Condition.OK) {
                addValues(families, stream);
            }
        }
        AlertMetrics.add(families, host);
        NodeMetrics.add(families, host);
        return families.snapshots();
    }

    private void addValues(Families families, StreamState stream) {
        stream.newest().ifPresent(sample -> {
            List<Row> known = byStream.getOrDefault(stream.name(), List.of());
            known.forEach(row -> row.addTo(families, sample.fields()));
            if (known.isEmpty()) {
                UserMetrics.add(families, stream.name(), sample.fields());
            }
        });
    }
}
