package io.hostpulse.exporter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.prometheus.PrometheusOptions;
import io.hostpulse.exporter.sink.SinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code exporter}: what all sinks have in common, and each kind's own options. */
public final class ExporterSection implements SectionReader {

    static final String NAME = "exporter";

    private static final String SINKS = "sinks";

    private static final Pattern SINK = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    /** Made by the service loader. */
    public ExporterSection() {}

    @Override
    public String section() {
        return NAME;
    }

    @Override
    public void read(ConfigNode node) {
        sinks(node, SinkTypes.OWN);
        prometheus(node);
    }

    static PrometheusOptions prometheus(ConfigNode exporter) {
        return PrometheusOptions.read(exporter.section("prometheus"));
    }

    /** Reads every sink, also those that are not enabled, so that a mistake is found wherever it is. */
    static List<ConfiguredSink> sinks(ConfigNode exporter, SinkTypes types) {
        ConfigNode sinks = exporter.section(SINKS);
        List<ConfiguredSink> found = new ArrayList<>();
        for (String name : sinks.keys()) {
            if (!SINK.matcher(name).matches()) {
                sinks.problem(
                        name,
                        "not a name for a sink: use up to 32 lower-case letters, digits, '_' or '-', and begin with a"
                                + " letter");
            }
            sink(name, sinks.section(name), types).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<ConfiguredSink> sink(String name, ConfigNode node, SinkTypes types) {
        String typeName = SinkSettings.type(name, node);
        if (BuiltInHistory.isTakenBy(name, typeName)) {
            node.problem(
                    "type",
                    "there is one history, and it has a section of its own, 'history', beside 'exporter'; call another"
                            + " sink otherwise");
            return Optional.empty();
        }
        Optional<SinkType> type = types.named(typeName);
        if (type.isEmpty()) {
            node.problem("type", unknown(typeName, types));
        }
        return type.map(
                known -> new ConfiguredSink(SinkSettings.read(name, node, known.streams()), known.configure(node)));
    }

    private static String unknown(String typeName, SinkTypes types) {
        return "there is no type of sink '" + typeName + "'" + Nearest.hint(typeName, types.names()) + "; known are "
                + String.join(", ", types.names());
    }
}
