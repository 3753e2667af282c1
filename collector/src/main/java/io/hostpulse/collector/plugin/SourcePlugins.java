package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.plugin.PluginContract;
import io.hostpulse.common.plugin.PluginFolder;
import io.hostpulse.common.plugin.Plugins;
import java.nio.file.Path;
import java.util.Set;

/** Types of sources that others have written. */
public final class SourcePlugins {

    private static final PluginContract<SourceType> CONTRACT = new PluginContract<>(
            SourceType.class,
            Set.of("io.hostpulse.collector.source"),
            Set.of("io.hostpulse.common.process.DataDirectory", "io.hostpulse.common.process.EpochClock"),
            PluginSourceType::new);

    private SourcePlugins() {}

    /**
     * Loads what is there.
     *
     * @param directory the directory, which need not exist
     * @param taken names that no plugin may have
     * @return the types, and what was left out
     */
    public static Plugins<SourceType> load(Path directory, Set<String> taken) {
        return PluginFolder.load(directory, CONTRACT, taken);
    }
}
