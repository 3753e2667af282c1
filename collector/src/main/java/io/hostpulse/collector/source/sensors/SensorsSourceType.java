package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import oshi.SystemInfo;

/** The source {@code sensors}, with {@code exclude}. */
public final class SensorsSourceType implements SourceType {

    /** How long a chip may take to answer; the default interval has room for it. */
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** Makes the kind; it holds nothing. */
    public SensorsSourceType() {}

    @Override
    public String name() {
        return "sensors";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Opener configure(ConfigNode options) {
        Globs excluded = excluded(options);
        return context -> open(hardware(excluded));
    }

    static Globs excluded(ConfigNode options) {
        return new Globs(options.texts("exclude", List.of()));
    }

    private static SensorHardware hardware(Globs excluded) {
        return Platform.current() == Platform.LINUX
                ? new LinuxSensors(Path.of("/sys"), excluded)
                : new OshiSensors(new SystemInfo().getHardware(), excluded);
    }

    static Source open(SensorHardware hardware) throws SourceAbsentException {
        return SensorsSource.open(hardware, new PatientAsker<>(hardware::read, "sensor", DEADLINE, System::nanoTime));
    }
}
