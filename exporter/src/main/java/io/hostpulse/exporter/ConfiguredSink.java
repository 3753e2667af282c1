package io.hostpulse.exporter;

import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.sink.SinkType;

/**
 * A sink whose section was read.
 *
 * @param settings what all sinks have in common
 * @param opener opens it
 * @param problem why only a stand-in is opened; empty when all is well
 */
record ConfiguredSink(SinkSettings settings, SinkType.Opener opener, String problem) {}
