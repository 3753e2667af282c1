package io.hostpulse.exporter;

import io.hostpulse.exporter.prometheus.PrometheusOptions;
import java.util.List;

/**
 * What the exporter is told.
 *
 * @param sinks what it writes to, without those that are not enabled
 * @param prometheus where Prometheus can ask
 */
record ExporterSettings(List<ConfiguredSink> sinks, PrometheusOptions prometheus) {

    ExporterSettings {
        sinks = List.copyOf(sinks);
    }
}
