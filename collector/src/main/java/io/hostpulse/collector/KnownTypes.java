package io.hostpulse.collector;

import io.hostpulse.collector.plugin.SourcePlugins;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.common.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hostpulse's own types and those of plugins, which are loaded only when a name is asked for that is none of the own ones. */
final class KnownTypes {

    /** What other monitors call them, and what to write here. */
    private static final Map<String, String> FAMILIAR = Map.of(
            "api_endpoint", "; it is 'http' here, with the address as 'url'",
            "system_metric", "; write processor, memory, disk, network or system, all of which run anyway",
            "custom", "; what you measure yourself has type http, command or textfile, or that of a plugin");

    private final Supplier<Plugins<SourceType>> loading;
    private Plugins<SourceType> plugins;

    private KnownTypes(Supplier<Plugins<SourceType>> loading) {
        this.loading = loading;
    }

    /** Only Hostpulse's own. */
    static KnownTypes own() {
        return new KnownTypes(Plugins::none);
    }

    /** Those of the configured plugins too. */
    static KnownTypes of(ConfigNode root) {
        PluginSettings settings = PluginSettings.read(root.section(PluginSettings.SECTION));
        return new KnownTypes(() -> SourcePlugins.load(settings.directory(), SourceTypes.names()));
    }

    Optional<SourceType> named(String name) {
        Optional<SourceType> own = SourceTypes.named(name);
        return own.isPresent() ? own : plugins().named(name);
    }

    /** Why there is no type of this name. */
    String unknown(String name) {
        List<String> names = Stream.concat(SourceTypes.all().stream(), plugins().types().stream())
                .map(SourceType::name)
                .toList();
        String hint = FAMILIAR.getOrDefault(name, Nearest.hint(name, names));
        String problems =
                plugins().problems().stream().map(problem -> "; " + problem).collect(Collectors.joining());
        return "there is no source type '" + name + "'; known are " + String.join(", ", names) + hint + problems;
    }

    /** What is wrong with plugins. */
    List<String> loadedProblems() {
        return plugins().problems();
    }

    /** The same, but nothing if none had to be loaded. */
    List<String> problemsSoFar() {
        return plugins == null ? List.of() : plugins.problems();
    }

    private Plugins<SourceType> plugins() {
        if (plugins == null) {
            plugins = loading.get();
        }
        return plugins;
    }
}
