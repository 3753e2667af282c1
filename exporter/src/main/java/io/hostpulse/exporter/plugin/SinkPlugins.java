package io.hostpulse.exporter.plugin;

import io.hostpulse.common.plugin.PluginContract;
import io.hostpulse.common.plugin.PluginFolder;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.exporter.sink.SinkType;
import java.nio.file.Path;
import java.util.Set;

/** Types of sinks that others have written. */
public final class SinkPlugins {

    private static final PluginContract<SinkType> CONTRACT = new PluginContract<>(
            SinkType.class,
            Set.of("io.hostpulse.exporter.sink"),
            Set.of(
                    "io.hostpulse.common.codec.PayloadReader",
                    "io.hostpulse.common.codec.RecordFormatException",
                    "io.hostpulse.common.codec.RecordKind",
                    "io.hostpulse.common.codec.Rfc3339",
                    "io.hostpulse.common.export.ExportRecord",
                    "io.hostpulse.common.export.JsonForm",
                    "io.hostpulse.common.process.DataDirectory"),
            PluginSinkType::new);

    private SinkPlugins() {}

    /**
     * Loads what is there.
     *
     * @param directory the directory, which need not exist
     * @param taken names that no plugin may have
     * @return the types, and what was left out
     */
    public static Plugins<SinkType> load(Path directory, Set<String> taken) {
        return PluginFolder.load(directory, CONTRACT, taken);
    }
}
