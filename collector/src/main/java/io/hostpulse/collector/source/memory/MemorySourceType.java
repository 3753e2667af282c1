package io.hostpulse.collector.source.memory;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import oshi.SystemInfo;

/** The source {@code memory}. It has no options of its own. */
public final class MemorySourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public MemorySourceType() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofMillis(500);
    }

    @Override
    public Opener configure(ConfigNode options) {
        return context -> new MemorySource(memory());
    }

    private static Memory memory() {
        return Platform.current() == Platform.LINUX
                ? new LinuxMemory()
                : new OshiMemory(new SystemInfo().getHardware().getMemory());
    }
}
