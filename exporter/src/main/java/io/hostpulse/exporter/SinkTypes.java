package io.hostpulse.exporter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.plugin.SinkPlugins;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.exporter.sink.csv.CsvSinkType;
import io.hostpulse.exporter.sink.influx.InfluxSinkType;
import io.hostpulse.exporter.sink.json.JsonSinkType;
import io.hostpulse.exporter.sink.sql.MysqlSinkType;
import io.hostpulse.exporter.sink.sql.PostgresSinkType;
import io.hostpulse.exporter.sink.violation.ViolationSinkType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of sink there are, one line for each, and those of plugins. Immutable.
 *
 * @param all them, in the order in which they are shown; of two with one name the first counts
 * @param problems what is wrong with plugins, as far as they had to be looked at
 */
record SinkTypes(List<SinkType> all, List<String> problems) {

    /** Without plugins. */
    static final SinkTypes OWN = new SinkTypes(
            List.of(
                    new JsonSinkType(),
                    new CsvSinkType(),
                    new ViolationSinkType(),
                    new InfluxSinkType(),
                    new PostgresSinkType(),
                    new MysqlSinkType()),
            List.of());

    SinkTypes {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Those that a configuration needs: plugins are loaded only when it names a type that is none of the own ones. */
    static SinkTypes of(ConfigNode root) {
        Path directory =
                PluginSettings.read(root.section(PluginSettings.SECTION)).directory();
        ConfigNode sinks = root.section(ExporterSection.NAME).section(ExporterSection.SINKS);
        boolean enough = sinks.keys().stream()
                .map(name -> SinkSettings.type(name, sinks.section(name)))
                .allMatch(type -> OWN.named(type).isPresent());
        return enough ? OWN : OWN.and(plugins(directory));
    }

    /** What plugins offer besides. */
    static Plugins<SinkType> plugins(Path directory) {
        return SinkPlugins.load(directory, Set.copyOf(OWN.names()));
    }

    SinkTypes and(Plugins<SinkType> plugins) {
        return new SinkTypes(
                Stream.concat(all.stream(), plugins.types().stream()).toList(), plugins.problems());
    }

    Optional<SinkType> named(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(SinkType::name).toList();
    }
}
