package io.hostpulse.exporter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.plugin.MissingSink;
import io.hostpulse.exporter.prometheus.PrometheusOptions;
import io.hostpulse.exporter.sink.SinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code exporter}: what all sinks have in common, and each kind's own options. */
public final class ExporterSection implements SectionReader {

    static final String NAME = "exporter";

    static final String SINKS = "sinks";

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

    /** To the exporter a plugin that does not work is no reason not to start; to who asks whether all is well it is a problem. */
    @Override
    public void readFrom(ConfigNode root) {
        ConfigNode exporter = root.section(NAME);
        prometheus(exporter);
        for (ConfiguredSink sink : sinks(exporter, SinkTypes.of(root))) {
            if (!sink.problem().isEmpty()) {
                exporter.section(SINKS).section(sink.settings().name()).problem("type", sink.problem());
            }
        }
    }

    @Override
    public List<String> notes(ConfigNode root) {
        PluginSettings plugins = PluginSettings.read(root.section(PluginSettings.SECTION));
        return SinkTypes.plugins(plugins.directory()).problems();
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
            sink(name, sinks, types).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<ConfiguredSink> sink(String name, ConfigNode sinks, SinkTypes types) {
        ConfigNode node = sinks.section(name);
        String typeName = SinkSettings.type(name, node);
        if (BuiltInHistory.isTakenBy(name, typeName)) {
            node.problem(
                    "type",
                    "there is one history, and it has a section of its own, 'history', beside 'exporter'; call another"
                            + " sink otherwise");
            return Optional.empty();
        }
        Optional<SinkType> type = types.named(typeName);
        if (type.isPresent()) {
            return Optional.of(configured(name, sinks, type.get()));
        }
        if (types.problems().isEmpty()) {
            node.problem("type", unknown(typeName, types));
            return Optional.empty();
        }
        String problem = unknown(typeName, types) + "; " + String.join("; ", types.problems());
        return Optional.of(missing(name, sinks, problem));
    }

    private static ConfiguredSink configured(String name, ConfigNode sinks, SinkType type) {
        ConfigNode node = sinks.section(name);
        try {
            return new ConfiguredSink(SinkSettings.read(name, node, type.streams()), type.configure(node), "");
        } catch (BrokenPluginException e) {
            return missing(name, sinks, e.getMessage());
        }
    }

    /** Its own options are understood by nobody here. */
    private static ConfiguredSink missing(String name, ConfigNode sinks, String problem) {
        SinkSettings settings = SinkSettings.read(name, sinks.section(name), List.of());
        sinks.skip(name);
        return new ConfiguredSink(settings, surroundings -> new MissingSink(problem), problem);
    }

    private static String unknown(String typeName, SinkTypes types) {
        return "there is no type of sink '" + typeName + "'" + Nearest.hint(typeName, types.names()) + "; known are "
                + String.join(", ", types.names());
    }
}
