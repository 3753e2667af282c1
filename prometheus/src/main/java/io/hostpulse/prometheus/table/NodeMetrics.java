package io.hostpulse.prometheus.table;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.prometheus.state.Condition;
import io.hostpulse.prometheus.state.HostState;
import io.hostpulse.prometheus.state.Sample;
import io.hostpulse.prometheus.state.StreamState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What node_exporter says of itself and of the time. A stream is called a collector here. */
final class NodeMetrics {

    static final Metric TIME = new Metric("node_time_seconds", "System time in seconds since epoch (1970)");
    static final Metric SUCCESS = new Metric("node_scrape_collector_success", "Whether a collector succeeded");
    static final Metric DURATION =
            new Metric("node_scrape_collector_duration_seconds", "Duration of a collector scrape");

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String COLLECTOR = "collector-";
    private static final FieldPath LAST = FieldPath.parse("processes[].counters.read_last_duration_ns");

    private NodeMetrics() {}

    static List<Metric> all() {
        return List.of(TIME, SUCCESS, DURATION);
    }

    static void add(Families families, HostState host) {
        families.add(TIME, host.now() / NANOS_PER_SECOND);
        for (StreamState stream : host.streams()) {
            boolean isOk = stream.condition(host.now()) == Condition.OK;
            families.add(SUCCESS, Map.of("collector", stream.name()), isOk ? 1 : 0);
            if (isOk && stream.name().equals("pipeline")) {
                stream.newest().map(Sample::fields).ifPresent(record -> durations(families, record));
            }
        }
    }

    private static void durations(Families families, Fields pipeline) {
        LAST.visit(pipeline, (value, place) -> collector(place.element()).ifPresent(name -> Scale.NANOS
                .of(value)
                .ifPresent(seconds -> families.add(DURATION, Map.of("collector", name), seconds))));
    }

    private static Optional<String> collector(Fields process) {
        return process.get("name")
                .filter(Value.Text.class::isInstance)
                .map(name -> ((Value.Text) name).value())
                .filter(name -> name.startsWith(COLLECTOR))
                .map(name -> name.substring(COLLECTOR.length()));
    }
}
