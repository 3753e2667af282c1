package io.hostpulse.alerter.plugin;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.common.plugin.PluginContract;
import io.hostpulse.common.plugin.PluginFolder;
import io.hostpulse.common.plugin.Plugins;
import java.nio.file.Path;
import java.util.Set;

/** Types of handlers that others have written. */
public final class HandlerPlugins {

    private static final PluginContract<HandlerType> CONTRACT = new PluginContract<>(
            HandlerType.class,
            Set.of("io.hostpulse.alerter.notify", "io.hostpulse.common.alert", "io.hostpulse.common.violation"),
            Set.of(),
            PluginHandlerType::new);

    private HandlerPlugins() {}

    /**
     * Loads what is there.
     *
     * @param directory the directory, which need not exist
     * @param taken names that no plugin may have
     * @return the types, and what was left out
     */
    public static Plugins<HandlerType> load(Path directory, Set<String> taken) {
        return PluginFolder.load(directory, CONTRACT, taken);
    }
}
