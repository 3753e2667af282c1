package io.hostpulse.exporter;

import java.util.List;

/**
 * What the exporter is told.
 *
 * @param sinks what it writes to, without those that are not enabled
 */
record ExporterSettings(List<ConfiguredSink> sinks) {

    ExporterSettings {
        sinks = List.copyOf(sinks);
    }
}
