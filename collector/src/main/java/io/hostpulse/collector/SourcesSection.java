package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.config.SourceSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sources}: what all sources have in common, and each kind's own options. */
public final class SourcesSection implements SectionReader {

    static final String NAME = "sources";

    /** Is called by the service loader. */
    public SourcesSection() {}

    @Override
    public String section() {
        return NAME;
    }

    @Override
    public void read(ConfigNode node) {
        readAll(node, KnownTypes.own());
    }

    @Override
    public void readFrom(ConfigNode root) {
        readAll(root.section(NAME), KnownTypes.of(root));
    }

    /** What a plugin says of itself is worth knowing even while nobody needs it. */
    @Override
    public List<String> notes(ConfigNode root) {
        return KnownTypes.of(root).loadedProblems();
    }

    private static void readAll(ConfigNode sources, KnownTypes types) {
        SourceSettings.names(sources).forEach(name -> read(name, sources, QueueSettings.DEFAULTS, types));
    }

    /**
     * Reads the wanted sources, and those others that cost nothing to read, so that a mistake is found wherever it is. What only a plugin
     * understands is left to the process that needs that plugin: one that is broken shall not keep the others from starting.
     */
    static Map<String, ConfiguredSource> sources(Set<String> wanted, ConfigNode root, QueueSettings queues) {
        KnownTypes types = KnownTypes.of(root);
        ConfigNode sources = root.section(NAME);
        Map<String, ConfiguredSource> found = new LinkedHashMap<>();
        for (String name : SourceSettings.names(sources)) {
            String type = SourceSettings.type(name, sources.section(name));
            if (wanted.contains(name) || SourceTypes.named(type).isPresent()) {
                read(name, sources, queues, types).ifPresent(source -> found.put(name, source));
            } else {
                sources.skip(name);
            }
        }
        return found;
    }

    private static Optional<ConfiguredSource> read(
            String name, ConfigNode sources, QueueSettings queues, KnownTypes types) {
        ConfigNode node = sources.section(name);
        String typeName = SourceSettings.type(name, node);
        Optional<SourceType> type = types.named(typeName);
        if (type.isEmpty()) {
            node.problem("type", types.unknown(typeName));
            SourceSettings.refuseExpression(node);
            sources.skip(name);
        }
        return type.map(known -> configure(name, node, queues, known, types));
    }

    private static ConfiguredSource configure(
            String name, ConfigNode node, QueueSettings queues, SourceType type, KnownTypes types) {
        return new ConfiguredSource(
                SourceSettings.read(name, node, type.defaultInterval()),
                queues.of(node),
                type.configure(node),
                types.problemsSoFar());
    }
}
