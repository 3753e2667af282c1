package io.hostpulse.collector;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.gpu.GpuFixture;
import io.hostpulse.collector.source.sensors.CapturedSensors;
import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;

/** Opens a source of any kind: on this host, or on a stand-in for hardware that most hosts do not have. */
final class OpenSources {

    private OpenSources() {}

    static Source open(SourceType type, ConfigNode options, Path folder, SourceContext context) throws Exception {
        SourceType.Opener opener = type.configure(options);
        return switch (type.name()) {
            case "gpu" -> GpuFixture.open(folder);
            case "sensors" -> CapturedSensors.open(folder);
            default -> opener.open(context);
        };
    }
}
