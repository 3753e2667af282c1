package io.hostpulse.broker.fanout;

import io.hostpulse.broker.feed.Broadcast;
import io.hostpulse.broker.feed.GroupMessage;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
    private final Groups groups;
    private final Map<Group, Members> members = new IdentityHashMap<>();
    private final List<Client> clients = new ArrayList<>();
    private final CompletableFuture<Void> allGone = new CompletableFuture<>();
    private final Replays replays;
    private boolean isClosing;

    /**
     * Starts without clients.
     *
     * @param loop the loop that all clients belong to
     * @param clock tells how long a client has been silent
     * @param limits what clients may do
     * @param stats where counts are shown
     * @param groups who wants what
     * @param replays sends clients what they missed
     */
    public Audience(
            EventLoop loop,
            EpochClock clock,
            AudienceLimits limits,
            AudienceStats stats,
            Groups groups,
            Replays replays) {
        this.loop = loop;
        this.clock = clock;
        this.limits = limits;
        this.stats = stats;
        this.groups = groups;
        this.replays = replays;
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
     * @param deflates whether it reads compressed messages
     * @return the client
     */
    public Client join(Channel channel, boolean deflates) {
        Client client = new Client(channel, deflates, clock.nanos());
        clients.add(client);
        groups.join(groups.unasked().subscription()).ifPresent(group -> follow(client, group));
        stats.clients(clients.size());
        channel.closeFuture().addListener(closed -> leave(client));
        return client;
    }

    private void leave(Client client) {
        unfollow(client);
        clients.remove(client);
        stats.clients(clients.size());
        noteIfEmpty();
    }

    /**
     * Finds the groups that clients can join.
     *
     * @return the groups
     */
    public Groups groups() {
        return groups;
    }

    /**
     * Lets a client follow a group from its next message on, and nothing else. Loop thread.
     *
     * @param client the client
     * @param group what it follows; it was joined already
     */
    public void follow(Client client, Group group) {
        unfollow(client);
        client.forgetSkipped();
        client.following().begin(group);
        members.computeIfAbsent(group, Members::new).add(client);
    }

    /**
     * Lets a client follow a group, beginning with what it missed. Loop thread.
     *
     * @param client the client
     * @param group what it follows; it was joined already
     * @param since where it wants to begin
     * @param answer told on the loop, before anything is sent, whether all of it is there
     */
    public void follow(Client client, Group group, Since since, Consumer<Recovery> answer) {
        follow(client, group);
        replays.begin(target(client), group, since, answer);
    }

    private ReplayTarget target(Client client) {
        Following following = client.following();
        return new ReplayTarget(loop, client, members.get(following.group()), following.leaveLive());
    }

    /**
     * Lets a client follow nothing. Loop thread.
     *
     * @param client the client
     */
    public void unfollow(Client client) {
        Following following = client.following();
        if (following.isAny()) {
            Members left = members.get(following.group());
            left.remove(client);
            if (left.isEmpty()) {
                members.remove(following.group());
            }
            groups.leave(following.group());
            following.end();
        }
    }

    @Override
    public void send(GroupMessage message) {
        loop.execute(() -> deliver(message));
    }

    @Override
    public void announce(StreamName stream, ByteBuf message) {
        loop.execute(() -> {
            ByteBuf frame = TextFrame.of(message.alloc(), message);
            clients.stream()
                    .filter(client ->
                            client.wantsMessages() && client.following().hearsOfGaps(stream))
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

    private void deliver(GroupMessage message) {
        Frames frames = new Frames(message);
        try {
            if (message.group() == groups.unasked()) {
                tend(clock.nanos());
            }
            Members receivers = members.get(message.group());
            if (receivers != null) {
                receivers.delivering(message.cut());
                for (int i = receivers.size() - 1; i >= 0; i--) {
                    deliver(receivers.get(i), message, frames);
                }
            }
        } finally {
            frames.release();
            message.release();
        }
    }

    // Those who ask for nothing are sent something at every tick, whether there are any or not.
    private void tend(long now) {
        for (int i = clients.size() - 1; i >= 0; i--) {
            tend(clients.get(i), now);
        }
    }

    private void tend(Client client, long now) {
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
        } else {
            pingIfSilent(client, now);
        }
    }

    private void deliver(Client client, GroupMessage message, Frames frames) {
        Following following = client.following();
        if (!client.wantsMessages() || following.isPast(message.cut())) {
            return;
        }
        boolean isBusy = client.pending() > 0;
        Frames.Form form = frames.formFor(following.needsKey());
        if (following.isExact()) {
            if (isBusy || form == Frames.Form.NONE || !following.isFollowedBy(message.cut())) {
                Since known = new Since.Behind(following.cursor());
                replays.begin(target(client), message.group(), known, recovery -> {});
            } else {
                send(client, frames, form, message.cut());
            }
        } else if (isBusy) {
            client.skip();
            stats.skipped();
            following.missed();
        } else if (form != Frames.Form.NONE) {
            send(client, frames, form, message.cut());
        } else {
            // Not for a newcomer, who has missed nothing yet.
            client.skipAgain();
            message.group().wantKey();
        }
    }

    private void send(Client client, Frames frames, Frames.Form form, Cut cut) {
        stats.sent();
        client.following().sent(cut);
        client.send(
                client.skipped() == 0 ? frames.frame(form, client.deflates()) : frames.withSkipped(client.skipped()));
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
