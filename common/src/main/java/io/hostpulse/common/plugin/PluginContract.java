package io.hostpulse.common.plugin;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a kind of plugin has to offer, and what it may see of Hostpulse for that.
 *
 * @param <T> what it offers
 * @param service the interface of what it offers
 * @param packages what it sees besides the model, the options it asks for and the log
 * @param classes the same, class by class
 * @param guard puts what a jar offers behind a wall, so that whatever it throws becomes a message that names its jar; throws an
 *     {@link IllegalArgumentException} when it is not what it should be
 */
public record PluginContract<T extends PluginType>(
        Class<T> service, Set<String> packages, Set<String> classes, BiFunction<Path, T, T> guard) {

    /** Copies the sets. */
    public PluginContract {
        packages = Set.copyOf(packages);
        classes = Set.copyOf(classes);
    }
}
