package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** The source {@code network}, with {@code exclude_interfaces}, {@code connections_interval} and {@code connections_limit}. */
public final class NetworkSourceType implements SourceType {

    private static final LongSupplier CLOCK = System::nanoTime;

    /** Makes the kind; it holds nothing. */
    public NetworkSourceType() {}

    @Override
    public String name() {
        return "network";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofMillis(500);
    }

    @Override
    public Opener configure(ConfigNode options) {
        NetworkOptions checked = NetworkOptions.from(options);
        return context -> open(checked);
    }

    private static Source open(NetworkOptions options) throws SourceAbsentException {
        try {
            return Platform.current() == Platform.LINUX ? linux(options) : other(options);
        } catch (IOException e) {
            throw new SourceAbsentException("the network's counters cannot be read", e);
        }
    }

    private static Source linux(NetworkOptions options) throws IOException {
        Connections connections = new LinuxConnections(Path.of("/proc/net"), options.connectionsLimit());
        return source(new LinuxInterfaces(CLOCK), connections, options);
    }

    private static Source other(NetworkOptions options) throws IOException {
        SystemInfo system = new SystemInfo();
        Connections connections =
                new OshiConnections(system.getOperatingSystem().getInternetProtocolStats());
        return source(new OshiInterfaces(system.getHardware()), connections, options);
    }

    private static Source source(Interfaces interfaces, Connections connections, NetworkOptions options)
            throws IOException {
        Connections occasional = new OccasionalConnections(connections, options.connectionsInterval(), CLOCK);
        return new NetworkSource(interfaces, occasional, options.excluded(), CLOCK);
    }
}
