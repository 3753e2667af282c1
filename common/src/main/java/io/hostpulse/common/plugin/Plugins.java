package io.hostpulse.common.plugin;

import java.util.List;
import java.util.Optional;

/**
 * What was found in a directory of plugins.
 *
 * @param <T> what they offer
 * @param types the types that work, in the order of their jars
 * @param problems what was left out, each with its jar and the reason
 */
public record Plugins<T extends PluginType>(List<T> types, List<String> problems) {

    /** Copies the lists. */
    public Plugins {
        types = List.copyOf(types);
        problems = List.copyOf(problems);
    }

    /**
     * Finds nothing.
     *
     * @param <T> what they would offer
     * @return no plugin at all
     */
    public static <T extends PluginType> Plugins<T> none() {
        return new Plugins<>(List.of(), List.of());
    }

    /**
     * Finds a type.
     *
     * @param name its name in the configuration
     * @return the type, if there is one of this name
     */
    public Optional<T> named(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
