package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.LoadingFailure;
import io.hostpulse.common.plugin.PluginName;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;

/** A plugin's type behind a wall: whatever it throws becomes a message that names its jar. */
final class PluginSourceType implements SourceType {

    private final Path jar;
    private final SourceType type;
    private final String name;
    private final Duration defaultInterval;

    /** Asks for what never changes, once. */
    PluginSourceType(Path jar, SourceType type) {
        this.jar = jar;
        this.type = type;
        this.name = PluginName.of(type);
        this.defaultInterval = type.defaultInterval();
        if (defaultInterval == null || defaultInterval.toMillis() < 100 || defaultInterval.toDays() > 1) {
            throw new IllegalArgumentException(
                    "the default interval " + defaultInterval + " of '" + name + "' is not from 100ms to 1d");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration defaultInterval() {
        return defaultInterval;
    }

    @Override
    public Opener configure(ConfigNode options) {
        try {
            Opener opener = type.configure(options);
            return context -> open(opener, context);
        } catch (RuntimeException | LinkageError e) {
            options.problem("type", "the plugin " + jar + " failed at its options: " + LoadingFailure.of(e));
            return context -> open(null, context);
        }
    }

    private Source open(Opener opener, SourceContext context) throws SourceAbsentException {
        try {
            return new PluginSource(jar, opener.open(context));
        } catch (RuntimeException | LinkageError e) {
            throw ProcessFailure.temporary(
                    "the plugin " + jar + " could not open its source: " + LoadingFailure.of(e), e);
        }
    }
}
