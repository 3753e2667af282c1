package io.hostpulse.prometheus.table;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects series by metric. Of two series with the same labels the first counts; a metric has so many series and no more, and what is
 * left out is counted, because a host that suddenly has ten thousand interfaces must not take a monitoring system down. Used by one
 * thread.
 */
final class Families {

    static final Metric DROPPED =
            new Metric("hostpulse_scrape_series_dropped", "Series of a metric that were left out, above the limit");

    /** A label is for telling series apart; command lines and long reasons are cut. */
    private static final int LONGEST_LABEL = 256;

    private final int limit;
    private final Map<Metric, Family> families = new LinkedHashMap<>();

    Families(int limit) {
        this.limit = limit;
    }

    void add(Metric metric, Map<String, String> labels, double value) {
        if (metric.type() == MetricType.COUNTER && !(value >= 0)) {
            return; // no counter is below 0: what was read is nonsense, and the library would refuse the whole scrape
        }
        families.computeIfAbsent(metric, any -> new Family()).add(labels(labels), value, limit);
    }

    void add(Metric metric, double value) {
        add(metric, Map.of(), value);
    }

    private static Labels labels(Map<String, String> labels) {
        List<String> values = labels.values().stream().map(Families::cut).toList();
        return Labels.of(List.copyOf(labels.keySet()), values);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }

    MetricSnapshots snapshots() {
        Map<String, Long> dropped = new LinkedHashMap<>();
        families.forEach((metric, family) -> {
            if (family.dropped > 0) {
                dropped.put(metric.name(), family.dropped);
            }
        });
        dropped.forEach((name, count) -> add(DROPPED, Map.of("metric", name), count));
        List<MetricSnapshot> made = new ArrayList<>();
        families.forEach((metric, family) -> made.add(family.snapshot(metric)));
        return new MetricSnapshots(made);
    }

    /** The series of one metric. */
    private static final class Family {

        private final Map<Labels, Double> series = new LinkedHashMap<>();
        private long dropped;

        void add(Labels labels, double value, int limit) {
            if (series.containsKey(labels)) {
                return;
            }
            if (series.size() >= limit) {
                dropped++;
            } else {
                series.put(labels, value);
            }
        }

        MetricSnapshot snapshot(Metric metric) {
            MetricMetadata metadata = new MetricMetadata(metric.base(), metric.help());
            return switch (metric.type()) {
                case COUNTER ->
                    new CounterSnapshot(
                            metadata, points((value, labels) -> new CounterDataPointSnapshot(value, labels, null, 0)));
                case GAUGE ->
                    new GaugeSnapshot(
                            metadata, points((value, labels) -> new GaugeDataPointSnapshot(value, labels, null)));
                case UNTYPED ->
                    new UnknownSnapshot(
                            metadata, points((value, labels) -> new UnknownDataPointSnapshot(value, labels, null)));
                case INFO ->
                    new InfoSnapshot(
                            metadata,
                            series.keySet().stream()
                                    .map(InfoDataPointSnapshot::new)
                                    .toList());
            };
        }

        private <T> List<T> points(PointMaker<T> maker) {
            List<T> points = new ArrayList<>(series.size());
            series.forEach((labels, value) -> points.add(maker.make(value, labels)));
            return points;
        }
    }

    private interface PointMaker<T> {
        T make(double value, Labels labels);
    }
}
