package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.status.ProcFiles;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.status.StreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** The source {@code pipeline}, with {@code trend_window}. */
public final class PipelineSourceType implements SourceType {

    private static final LongSupplier CLOCK = System::nanoTime;
    private static final Path PROC = Path.of("/proc");

    private static final Duration USUAL_WINDOW = Duration.ofHours(1);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(30);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    /** Makes the kind; it holds nothing. */
    public PipelineSourceType() {}

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Opener configure(ConfigNode options) {
        Duration window = options.duration("trend_window", USUAL_WINDOW, SHORTEST_WINDOW, LONGEST_WINDOW);
        return context -> open(context, window);
    }

    private static Source open(SourceContext context, Duration window) {
        return Platform.current() == Platform.LINUX
                ? source(context, window, new ProcFiles(PROC)::times, new LinuxProcessGauge(PROC))
                : source(context, window, Processes.of(PROC, context.clock()), new OshiProcessGauge(new SystemInfo()));
    }

    private static Source source(SourceContext context, Duration window, Processes processes, ProcessGauge gauge) {
        return new PipelineSource(
                new Roster(context.data(), processes, context.clock()),
                new Observer(gauge, CLOCK, window),
                new StreamReader(context.data(), processes),
                new StreamMeter(CLOCK),
                new TotalFields(gauge.machineMemory()),
                new ProcessFields(gauge.machineMemory()));
    }
}
