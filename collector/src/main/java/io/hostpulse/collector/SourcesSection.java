package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.config.SourceSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sources}: what all sources have in common, and each kind's own options. */
public final class SourcesSection implements SectionReader {

    static final String NAME = "sources";

    @Override
    public String section() {
        return NAME;
    }

    @Override
    public void read(ConfigNode node) {
        sources(node, QueueSettings.DEFAULTS);
    }

    /** Reads every source, also those that this process will not open, so that a mistake is found wherever it is. */
    static Map<String, ConfiguredSource> sources(ConfigNode sources, QueueSettings queues) {
        Map<String, ConfiguredSource> configured = new LinkedHashMap<>();
        for (String name : SourceSettings.names(sources)) {
            ConfigNode node = sources.section(name);
            String typeName = SourceSettings.type(name, node);
            Optional<SourceType> type = SourceTypes.named(typeName);
            if (type.isPresent()) {
                configured.put(name, configure(name, node, queues, type.get()));
            } else {
                node.problem("type", unknown(typeName));
            }
        }
        return configured;
    }

    private static ConfiguredSource configure(String name, ConfigNode node, QueueSettings queues, SourceType type) {
        return new ConfiguredSource(
                SourceSettings.read(name, node, type.defaultInterval()), queues.of(node), type.configure(node));
    }

    private static String unknown(String typeName) {
        return "there is no source type '" + typeName + "'; known are "
                + String.join(
                        ", ", SourceTypes.all().stream().map(SourceType::name).toList());
    }
}
