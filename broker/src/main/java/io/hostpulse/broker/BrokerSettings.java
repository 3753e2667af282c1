package io.hostpulse.broker;

import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;

/**
 * The section {@code broker}.
 *
 * @param host the address to listen on; only this machine can connect to the default
 * @param port the TCP port; 0 takes any free one
 * @param interval the time between two messages to a client
 * @param maxClients how many clients may be connected at once
 * @param sendTimeout a client that takes nothing for this long is closed
 * @param maxMessageSize the longest message a client may send, in bytes
 * @param onRequest the streams that only those clients are sent who ask for them
 * @param maxSubscriptions how many different subscriptions clients may have
 * @param replayRate what all replays together may send, in bytes a second
 * @param compression whether clients may agree on compression
 * @param transport how sockets are driven
 */
record BrokerSettings(
        String host,
        int port,
        Duration interval,
        int maxClients,
        Duration sendTimeout,
        int maxMessageSize,
        List<String> onRequest,
        int maxSubscriptions,
        long replayRate,
        boolean compression,
        TransportChoice transport) {

    static final String SECTION = "broker";

    private static final int KB = 1024;
    private static final int MB = 1024 * KB;

    static BrokerSettings read(ConfigNode broker) {
        return new BrokerSettings(
                broker.text("host", "127.0.0.1"),
                broker.whole("port", 8765, 0, 65_535),
                broker.duration("interval", Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofHours(1)),
                broker.whole("max_clients", 1000, 1, 100_000),
                broker.duration("send_timeout", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1)),
                (int) broker.size("max_message_size", MB, KB, 16L * MB),
                broker.texts("on_request", List.of("pipeline", "process")),
                broker.whole("max_subscriptions", 64, 1, 1000),
                broker.size("replay_rate", 8 * MB, 64 * KB, 1024L * MB),
                broker.flag("compression", true),
                broker.choice("transport", TransportChoice.AUTO));
    }
}
