package io.hostpulse.broker.fanout;

import io.hostpulse.broker.feed.Broadcast;
import io.hostpulse.common.process.EpochClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of one event loop. {@link #send} may be called by any thread; everything else happens on the loop's thread, so
 * a client costs no lock.
 */
public final class Audience implements Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private static final long PING_AFTER = Duration.ofSeconds(20).toNanos();
    private static final long CLOSE_AFTER = Duration.ofSeconds(40).toNanos();

    /** About a megabyte. */
    private static final int MOST_WAITING_ALERTS = 1000;

    private final EventLoop loop;
    private final EpochClock clock;
    private final AudienceLimits limits;
    private final AudienceStats stats;
    private final List<Client> clients = new ArrayList<>();
    private final CompletableFuture<Void> allGone = new CompletableFuture<>();
    private boolean isClosing;

    /**
     * Starts without clients.
     *
     * @param loop the loop that all clients belong to
     * @param clock tells how long a client has been silent
     * @param limits what clients may do
     * @param stats where counts are shown
     */
    public Audience(EventLoop loop, EpochClock clock, AudienceLimits limits, AudienceStats stats) {
        this.loop = loop;
        this.clock = clock;
        this.limits = limits;
        this.stats = stats;
    }

    /**
     * Tells whether one more client may come. Loop thread.
     *
     * @return whether the limit is not reached
     */
    public boolean hasRoom() {
        return clients.size() < limits.maxClients();
    }

    /**
     * Counts the clients. Loop thread.
     *
     * @return how many are connected
     */
    public int size() {
        return clients.size();
    }

    /**
     * Adds a client whose handshake is done; it leaves by itself when its channel closes. Loop thread.
     *
     * @param channel its connection
     * @return the client
     */
    public Client join(Channel channel) {
        Client client = new Client(channel, clock.nanos());
        clients.add(client);
        stats.clients(clients.size());
        channel.closeFuture().addListener(closed -> leave(client));
        return client;
    }

    private void leave(Client client) {
        clients.remove(client);
        stats.clients(clients.size());
        noteIfEmpty();
    }

    @Override
    public void send(ByteBuf message) {
        loop.execute(() -> deliver(message));
    }

    @Override
    public void announce(ByteBuf message) {
        loop.execute(() -> {
            ByteBuf frame = TextFrame.of(message.alloc(), message);
            clients.stream()
                    .filter(Client::wantsMessages)
                    .forEach(client -> client.announce(frame.retainedDuplicate()));
            frame.release();
            message.release();
        });
    }

    @Override
    public void alert(ByteBuf message) {
        loop.execute(() -> {
            ByteBuf frame = TextFrame.of(message.alloc(), message);
            for (Client client : List.copyOf(clients)) {
                if (client.wantsAlerts()) {
                    alert(client, frame);
                }
            }
            frame.release();
            message.release();
        });
    }

    // Alerts are neither skipped nor joined. Who is so far behind learns that it has missed some.
    private void alert(Client client, ByteBuf frame) {
        if (client.waitingAlerts() < MOST_WAITING_ALERTS) {
            client.alert(frame.retainedDuplicate());
        } else {
            stats.closedSlow();
            LOG.info(
                    "client {} did not take {} alerts: closed", client.channel().remoteAddress(), MOST_WAITING_ALERTS);
            client.sayGoodbye(
                    WebSocketCloseStatus.TRY_AGAIN_LATER.code(),
                    MOST_WAITING_ALERTS + " alerts wait for you: connect again and look at those that are on");
        }
    }

    private void deliver(ByteBuf message) {
        ByteBuf frame = TextFrame.of(message.alloc(), message);
        try {
            long now = clock.nanos();
            for (int i = clients.size() - 1; i >= 0; i--) {
                deliver(clients.get(i), message, frame, now);
            }
        } finally {
            frame.release();
            message.release();
        }
    }

    private void deliver(Client client, ByteBuf message, ByteBuf frame, long now) {
        if (client.stalledFor(now) > limits.sendTimeout()) {
            stats.closedSlow();
            LOG.info(
                    "client {} took nothing for {} ms: closed",
                    client.channel().remoteAddress(),
                    limits.sendTimeout() / 1_000_000);
            client.channel().close();
        } else if (client.silence(now) > CLOSE_AFTER) {
            LOG.info("client {} did not answer a ping: closed", client.channel().remoteAddress());
            client.channel().close();
        } else if (client.wantsMessages()) {
            sendOrSkip(client, message, frame);
        }
        pingIfSilent(client, now);
    }

    private void sendOrSkip(Client client, ByteBuf message, ByteBuf frame) {
        if (client.pending() > 0) {
            client.skip();
            stats.skipped();
        } else {
            stats.sent();
            client.send(
                    client.skipped() == 0
                            ? frame.retainedDuplicate()
                            : TextFrame.withSkipped(message.alloc(), message, client.skipped()));
        }
    }

    private static void pingIfSilent(Client client, long now) {
        if (client.pingIsDue(now, PING_AFTER) && client.pending() == 0) {
            client.channel().writeAndFlush(new PingWebSocketFrame());
        }
    }

    /**
     * Says goodbye to everyone. Any thread.
     *
     * @param status the close frame's status
     * @param reason its reason, for people
     * @return completed once the last client has answered and is gone
     */
    public CompletableFuture<Void> closeAll(int status, String reason) {
        loop.execute(() -> {
            List.copyOf(clients).forEach(client -> client.sayGoodbye(status, reason));
            isClosing = true;
            noteIfEmpty();
        });
        return allGone;
    }

    private void noteIfEmpty() {
        if (isClosing && clients.isEmpty()) {
            allGone.complete(null);
        }
    }
}
