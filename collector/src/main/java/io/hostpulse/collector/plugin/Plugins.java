package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.SourceType;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a directory of plugins.
 *
 * @param types the types that work, in the order of their jars
 * @param problems what was left out, each with its jar and the reason
 */
public record Plugins(List<SourceType> types, List<String> problems) {

    /** No plugin at all. */
    public static final Plugins NONE = new Plugins(List.of(), List.of());

    /** Copies the lists. */
    public Plugins {
        types = List.copyOf(types);
        problems = List.copyOf(problems);
    }

    /**
     * Finds a type.
     *
     * @param name its name in the configuration
     * @return the type, if there is one of this name
     */
    public Optional<SourceType> named(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
