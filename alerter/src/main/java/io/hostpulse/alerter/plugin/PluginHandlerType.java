package io.hostpulse.alerter.plugin;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.LoadingFailure;
import io.hostpulse.common.plugin.PluginName;
import java.nio.file.Path;
import java.util.Objects;

/** A plugin's type behind a wall: whatever it throws becomes a message that names its jar. */
final class PluginHandlerType implements HandlerType {

    private final Path jar;
    private final HandlerType type;
    private final String name;

    /** Asks for what never changes, once. */
    PluginHandlerType(Path jar, HandlerType type) {
        this.jar = jar;
        this.type = type;
        this.name = PluginName.of(type);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Opener configure(ConfigNode options) {
        try {
            Opener opener = Objects.requireNonNull(type.configure(options), "it gave nothing that opens a handler");
            return surroundings -> new PluginHandler(jar, () -> opener.open(surroundings));
        } catch (RuntimeException | LinkageError e) {
            throw new BrokenPluginException(jar, "failed at its options: " + LoadingFailure.of(e), e);
        }
    }
}
