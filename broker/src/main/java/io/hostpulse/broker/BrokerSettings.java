package io.hostpulse.broker;

import io.hostpulse.broker.auth.AccessSettings;
import io.hostpulse.broker.fanout.AudienceLimits;
import io.hostpulse.broker.rest.http.HttpLimits;
import io.hostpulse.broker.transport.TlsSettings;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code broker}.
 *
 * @param host the address to listen on; only this machine can connect to the default
 * @param port the TCP port; 0 takes any free one
 * @param interval the time between two messages to a client
 * @param maxClients how many clients may be connected at once
 * @param sendTimeout a client that takes nothing for this long is closed
 * @param idleTimeout a client that gives no sign of life for this long is closed; it is pinged after half of it
 * @param maxMessageSize the longest message a client may send, in bytes
 * @param maxMessageRate how many messages a client may send in a second, pings among them
 * @param requestTimeout how long a connection may take for a handshake or another request, and a client for a message
 * @param maxHttpConnections how many connections there may be that are no clients
 * @param maxHttpConnectionsPerAddress how many of them from one address
 * @param reconnectSpread the time over which clients are told to come back when the broker stops
 * @param onRequest the streams that only those clients are sent who ask for them
 * @param maxSubscriptions how many different subscriptions clients may have
 * @param replayRate what all replays together may send, in bytes a second
 * @param compression whether clients may agree on compression
 * @param transport how sockets are driven
 * @param access who may come in
 * @param tls what encrypts connections, if they are encrypted
 */
record BrokerSettings(
        String host,
        int port,
        Duration interval,
        int maxClients,
        Duration sendTimeout,
        Duration idleTimeout,
        int maxMessageSize,
        int maxMessageRate,
        Duration requestTimeout,
        int maxHttpConnections,
        int maxHttpConnectionsPerAddress,
        Duration reconnectSpread,
        List<String> onRequest,
        int maxSubscriptions,
        long replayRate,
        boolean compression,
        TransportChoice transport,
        AccessSettings access,
        Optional<TlsSettings> tls) {

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
                broker.duration("idle_timeout", Duration.ofSeconds(40), Duration.ofSeconds(1), Duration.ofHours(1)),
                (int) broker.size("max_message_size", MB, KB, 16L * MB),
                broker.whole("max_message_rate", 100, 1, 100_000),
                broker.duration("request_timeout", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofHours(1)),
                broker.whole("max_http_connections", 1000, 10, 100_000),
                broker.whole("max_http_connections_per_address", 500, 1, 100_000),
                broker.duration("reconnect_spread", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(10)),
                broker.texts("on_request", List.of("pipeline", "process")),
                broker.whole("max_subscriptions", 64, 1, 1000),
                broker.size("replay_rate", 8 * MB, 64 * KB, 1024L * MB),
                broker.flag("compression", true),
                broker.choice("transport", TransportChoice.AUTO),
                AccessSettings.read(broker),
                TlsSettings.read(broker));
    }

    AudienceLimits audienceLimits() {
        return new AudienceLimits(maxClients, sendTimeout.toNanos(), idleTimeout.toNanos());
    }

    InboundLimits inboundLimits() {
        return new InboundLimits(maxMessageSize, maxMessageRate, requestTimeout);
    }

    HttpLimits httpLimits() {
        return new HttpLimits(requestTimeout, maxHttpConnections, maxHttpConnectionsPerAddress);
    }
}
