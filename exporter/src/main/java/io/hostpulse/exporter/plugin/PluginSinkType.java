package io.hostpulse.exporter.plugin;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.LoadingFailure;
import io.hostpulse.common.plugin.PluginName;
import io.hostpulse.exporter.sink.SinkType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A plugin's type behind a wall: whatever it throws becomes a message that names its jar. */
final class PluginSinkType implements SinkType {

    private final Path jar;
    private final SinkType type;
    private final String name;
    private final List<String> streams;

    /** Asks for what never changes, once. */
    PluginSinkType(Path jar, SinkType type) {
        this.jar = jar;
        this.type = type;
        this.name = PluginName.of(type);
        this.streams = List.copyOf(Objects.requireNonNull(type.streams(), "it tells no streams"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> streams() {
        return streams;
    }

    @Override
    public Opener configure(ConfigNode options) {
        try {
            Opener opener = Objects.requireNonNull(type.configure(options), "it gave nothing that opens a sink");
            return surroundings -> new PluginSink(jar, () -> opener.open(surroundings));
        } catch (RuntimeException | LinkageError e) {
            throw new BrokenPluginException(jar, "failed at its options: " + LoadingFailure.of(e), e);
        }
    }
}
