package io.hostpulse.broker.fanout;

import io.hostpulse.broker.feed.Broadcast;
import io.hostpulse.broker.feed.GroupMessage;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.common.model.StreamName;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of one event loop. {@link #send} may be called by any thread; everything else happens on the loop's thread, so
 * a client costs no lock.
 */
public final class Audience implements Broadcast {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    /** About a megabyte. */
    private static final int MOST_WAITING_ALERTS = 1000;

    private final EventLoop loop;
    private final LongSupplier clock;
    private final Supplier<AudienceLimits> limits;
    private final AudienceStats stats;
    private final Reaper reaper;
    private final Groups groups;
    private final Map<Group, Members> members = new IdentityHashMap<>();
    private final Roster clients = new Roster();
    private final CompletableFuture<Void> allGone = new CompletableFuture<>();
    private final Replays replays;
    private volatile long lastSweep;
    private boolean isClosing;

    /**
     * Starts without clients.
     *
     * @param loop the loop that all clients belong to
     * @param clock nanoseconds that only grow; tells how long a client has been silent
     * @param limits what clients may do now; asked at any time
     * @param stats where counts are shown
     * @param groups who wants what
     * @param replays sends clients what they missed
     */
    public Audience(
            EventLoop loop,
            LongSupplier clock,
            Supplier<AudienceLimits> limits,
            AudienceStats stats,
            Groups groups,
            Replays replays) {
        this.loop = loop;
        this.clock = clock;
        this.limits = limits;
        this.stats = stats;
        this.groups = groups;
        this.replays = replays;
        this.reaper = new Reaper(limits, stats);
        this.lastSweep = clock.getAsLong();
        sweepAgain();
    }

    private void sweep() {
        long now = clock.getAsLong();
        reaper.visit(clients, now);
        lastSweep = now;
        sweepAgain();
    }

    private void sweepAgain() {
        loop.schedule(this::sweep, reaper.period(), TimeUnit.NANOSECONDS);
    }

    /**
     * Tells whether the clients' loop still turns. Any thread.
     *
     * @return nanoseconds for which it has been stuck beyond what is usual; 0 when all is well
     */
    public long stuckFor() {
        return Math.max(0, clock.getAsLong() - lastSweep - reaper.period());
    }

    /**
     * Tells where clients belong.
     *
     * @return the loop whose thread serves all of them
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Tells whether one more client may come. Loop thread.
     *
     * @return whether the limit is not reached
     */
    public boolean hasRoom() {
        return clients.size() < limits.get().maxClients();
    }

    /**
     * Sends one away for whom there is no room. Loop thread.
     *
     * @param channel its connection, whose handshake is done
     */
    public void refuse(Channel channel) {
        stats.refused();
        Farewell.hangUp(
                channel, WebSocketCloseStatus.TRY_AGAIN_LATER.code(), "this server has as many clients as it may have");
    }

    /** Notes that a client broke a rule, and was told so. Loop thread. */
    public void noteWrong() {
        stats.closedWrong();
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
        Client client = new Client(channel, deflates, clock.getAsLong());
        clients.add(client);
        groups.join(groups.unasked().subscription()).ifPresent(group -> follow(client, group));
        stats.joined(clients.size());
        channel.closeFuture().addListener(closed -> leave(client));
        return client;
    }

    private void leave(Client client) {
        unfollow(client);
        clients.remove(client);
        stats.left(clients.size());
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
            if (left.clients().isEmpty()) {
                members.remove(following.group());
            }
            groups.leave(following.group());
            following.end();
        }
    }

    @Override
    public void send(GroupMessage message) {
        long ordered = System.nanoTime();
        loop.execute(() -> deliver(message, ordered));
    }

    @Override
    public void announce(StreamName stream, ByteBuf message) {
        loop.execute(() -> {
            ByteBuf frame = TextFrame.of(message.alloc(), message);
            clients.all().stream()
                    .filter(client ->
                            client.wantsMessages() && client.following().hearsOfGaps(stream))
                    .forEach(client -> client.announce(frame));
            frame.release();
            message.release();
        });
    }

    @Override
    public void alert(ByteBuf message) {
        loop.execute(() -> {
            ByteBuf frame = TextFrame.of(message.alloc(), message);
            for (Client client : clients.all()) {
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
            stats.alertSent();
        } else {
            stats.closedSlow();
            LOG.info(
                    "client {} did not take {} alerts: closed", client.channel().remoteAddress(), MOST_WAITING_ALERTS);
            client.sayGoodbye(
                    WebSocketCloseStatus.TRY_AGAIN_LATER.code(),
                    MOST_WAITING_ALERTS + " alerts wait for you: connect again and look at those that are on");
        }
    }

    private void deliver(GroupMessage message, long ordered) {
        try (Delivery delivery = new Delivery(message, this::replay)) {
            Members receivers = members.get(message.group());
            if (receivers != null) {
                receivers.delivering(message.cut());
                Roster followers = receivers.clients();
                for (int i = followers.size() - 1; i >= 0; i--) {
                    delivery.to(followers.get(i));
                }
            }
            delivery.count(stats, System.nanoTime() - ordered);
        }
    }

    // Whoever is promised every record gets what it cannot take now out of the queues.
    private void replay(Client client) {
        Group group = client.following().group();
        Since known = new Since.Behind(client.following().cursor());
        replays.begin(target(client), group, known, recovery -> {});
    }

    /**
     * Says goodbye to everyone because the server stops. Each is told another moment to come back, so that they do not all come at
     * once. Any thread.
     *
     * @param spread the time over which they come back
     * @param random chooses the moments
     * @return completed once the last client has answered and is gone
     */
    public CompletableFuture<Void> closeAll(Duration spread, RandomGenerator random) {
        loop.execute(() -> {
            isClosing = true;
            clients.all().forEach(client -> sayGoodbye(client, random.nextLong(spread.toMillis() + 1)));
            noteIfEmpty();
        });
        return allGone;
    }

    private static void sayGoodbye(Client client, long delay) {
        if (client.isClosing()) {
            return;
        }
        ByteBuf goodbye = TextFrame.of(
                client.channel().alloc(),
                "{\"type\":\"goodbye\",\"message\":\"the server is stopping\",\"reconnect_in_ms\":" + delay + "}");
        client.announce(goodbye);
        goodbye.release();
        client.sayGoodbye(
                WebSocketCloseStatus.ENDPOINT_UNAVAILABLE.code(),
                "the server is stopping: connect again in " + delay + " ms");
    }

    private void noteIfEmpty() {
        if (isClosing && clients.isEmpty()) {
            allGone.complete(null);
        }
    }
}
