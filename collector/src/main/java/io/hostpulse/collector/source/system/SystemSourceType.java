package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.measure.RecentNumbers;
import io.hostpulse.collector.source.system.kernel.StatNumbers;
import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** The source {@code system}. It has no options of its own. */
public final class SystemSourceType implements SourceType {

    private static final LongSupplier CLOCK = System::nanoTime;

    /** Makes the kind; it holds nothing. */
    public SystemSourceType() {}

    @Override
    public String name() {
        return "system";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Opener configure(ConfigNode options) {
        return context -> Platform.current() == Platform.LINUX ? linux() : other();
    }

    private static Source linux() {
        Path proc = Path.of("/proc");
        Numbers stat = new RecentNumbers(new StatNumbers(proc), CLOCK);
        return new SystemSource(new LinuxHost(stat), LinuxGroups.of(proc, Path.of("/run"), stat, CLOCK));
    }

    private static Source other() {
        SystemInfo info = new SystemInfo();
        return new SystemSource(new OshiHost(info), OshiGroups.of(info, CLOCK));
    }
}
