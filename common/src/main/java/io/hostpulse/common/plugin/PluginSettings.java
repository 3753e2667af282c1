package io.hostpulse.common.plugin;

import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;

/**
 * The section {@code plugins}. Immutable.
 *
 * @param directory where the jars are
 */
public record PluginSettings(Path directory) {

    /** The key of the section. */
    public static final String SECTION = "plugins";

    /**
     * Reads the section.
     *
     * @param plugins the section
     * @return its settings; by default {@code plugins} beside the configuration file, which need not exist
     */
    public static PluginSettings read(ConfigNode plugins) {
        return new PluginSettings(plugins.path("directory", Path.of("plugins")));
    }
}
