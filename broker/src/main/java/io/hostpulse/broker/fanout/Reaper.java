package io.hostpulse.broker.fanout;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all clients now and then, whether or not there is something to send: pings those that are silent, and ends connections
 * whose other side is gone without a word, or takes nothing. Loop thread.
 */
final class Reaper {

    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);

    private final AudienceLimits limits;
    private final AudienceStats stats;

    Reaper(AudienceLimits limits, AudienceStats stats) {
        this.limits = limits;
        this.stats = stats;
    }

    /** Often enough that a limit is kept to a quarter. */
    long period() {
        return Math.min(limits.sendTimeout(), limits.idleTimeout() / 2) / 4;
    }

    void visit(List<Client> clients, long now) {
        for (int i = clients.size() - 1; i >= 0; i--) {
            visit(clients.get(i), now);
        }
    }

    private void visit(Client client, long now) {
        if (client.stalledFor(now) > limits.sendTimeout()) {
            stats.closedSlow();
            end(client, "took nothing for " + millis(limits.sendTimeout()) + " ms");
        } else if (client.silence(now) > limits.idleTimeout()) {
            stats.closedSilent();
            end(client, "gave no sign of life for " + millis(limits.idleTimeout()) + " ms");
        } else if (client.pingIsDue(now, limits.idleTimeout() / 2) && client.pending() == 0) {
            client.channel().writeAndFlush(new PingWebSocketFrame());
        }
    }

    // A goodbye would not arrive.
    private static void end(Client client, String why) {
        LOG.info("client {} {}: closed", client.channel().remoteAddress(), why);
        client.channel().close();
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
