package io.hostpulse.broker.fanout;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all clients now and then, whether or not there is something to send: pings those that are silent, and ends connections
 * whose other side is gone without a word, or takes nothing. Loop thread.
 */
final class Reaper {

    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);

    private static final long MOST_BETWEEN = Duration.ofSeconds(1).toNanos();

    private final Supplier<AudienceLimits> limits;
    private final AudienceStats stats;

    Reaper(Supplier<AudienceLimits> limits, AudienceStats stats) {
        this.limits = limits;
        this.stats = stats;
    }

    /** Often enough that a limit is kept to a quarter, and that somebody notices soon when nobody looks any more. */
    long period() {
        long shortest = Math.min(limits.get().sendTimeout(), limits.get().idleTimeout() / 2);
        return Math.min(shortest / 4, MOST_BETWEEN);
    }

    void visit(Roster clients, long now) {
        AudienceLimits present = limits.get();
        for (int i = clients.size() - 1; i >= 0; i--) {
            visit(clients.get(i), present, now);
        }
    }

    private void visit(Client client, AudienceLimits present, long now) {
        if (client.stalledFor(now) > present.sendTimeout()) {
            stats.closedSlow();
            end(client, "took nothing for " + millis(present.sendTimeout()) + " ms");
        } else if (client.silence(now) > present.idleTimeout()) {
            stats.closedSilent();
            end(client, "gave no sign of life for " + millis(present.idleTimeout()) + " ms");
        } else if (client.pingIsDue(now, present.idleTimeout() / 2) && !client.isBusy()) {
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
