package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;

/**
 * The options of the source {@code network}.
 *
 * @param excluded interfaces that are neither listed nor part of the totals
 * @param connectionsInterval how old the counts of connections may be
 * @param connectionsLimit above how many TCP sockets they are not counted
 */
record NetworkOptions(Globs excluded, Duration connectionsInterval, int connectionsLimit) {

    /** 20,000 sockets are about 20 ms of kernel time every 5 s. */
    private static final int DEFAULT_LIMIT = 20_000;

    static NetworkOptions from(ConfigNode options) {
        return new NetworkOptions(
                new Globs(options.texts("exclude_interfaces", List.of())),
                options.duration(
                        "connections_interval", Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofHours(1)),
                options.whole("connections_limit", DEFAULT_LIMIT, 0, 10_000_000));
    }
}
