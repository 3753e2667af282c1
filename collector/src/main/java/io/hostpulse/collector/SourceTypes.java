package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.command.CommandSourceType;
import io.hostpulse.collector.source.disk.DiskSourceType;
import io.hostpulse.collector.source.gpu.GpuSourceType;
import io.hostpulse.collector.source.http.HttpSourceType;
import io.hostpulse.collector.source.memory.MemorySourceType;
import io.hostpulse.collector.source.network.NetworkSourceType;
import io.hostpulse.collector.source.pipeline.PipelineSourceType;
import io.hostpulse.collector.source.process.ProcessSourceType;
import io.hostpulse.collector.source.processor.ProcessorSourceType;
import io.hostpulse.collector.source.sensors.SensorsSourceType;
import io.hostpulse.collector.source.system.SystemSourceType;
import io.hostpulse.collector.source.textfile.TextfileSourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of source there are, one line for each. */
final class SourceTypes {

    private static final List<SourceType> ALL = List.of(
            new ProcessorSourceType(),
            new MemorySourceType(),
            new DiskSourceType(),
            new GpuSourceType(),
            new NetworkSourceType(),
            new SystemSourceType(),
            new ProcessSourceType(),
            new SensorsSourceType(),
            new HttpSourceType(),
            new CommandSourceType(),
            new TextfileSourceType(),
            new PipelineSourceType());

    private SourceTypes() {}

    /**
     * Lists all kinds.
     *
     * @return them, in the order in which they are shown
     */
    static List<SourceType> all() {
        return ALL;
    }

    /**
     * Lists the names of all kinds.
     *
     * @return them, which no plugin may have
     */
    static Set<String> names() {
        return ALL.stream().map(SourceType::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Finds a kind.
     *
     * @param name its name in the configuration
     * @return the kind, if there is one of this name
     */
    static Optional<SourceType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
