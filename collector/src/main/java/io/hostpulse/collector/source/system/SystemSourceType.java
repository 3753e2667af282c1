package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import oshi.SystemInfo;

/** The source {@code system}. It has no options of its own. */
public final class SystemSourceType implements SourceType {

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
        return context -> new SystemSource(host());
    }

    private static Host host() {
        return Platform.current() == Platform.LINUX ? new LinuxHost() : new OshiHost(new SystemInfo());
    }
}
