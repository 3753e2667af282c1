package io.hostpulse.broker.ws;

import io.hostpulse.broker.compression.MessageInflater;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.Client;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.ws.frame.HeldBytes;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.hostpulse.broker.ws.frame.Inflation;
import io.hostpulse.broker.ws.frame.MessageAssembler;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.process.EpochClock;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections over from the front's loop to the clients' loop and makes clients of them. The front stays free for the next
 * handshake, however busy the clients' loop is with sending.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /** Nobody in good faith has more under way: unfinished messages are rare, and small. */
    private static final int MOST_HELD = 4 << 20;

    /** A client that does not answer the goodbye, or does not even read it, keeps nothing that was taken from it. */
    private static final long GOODBYE_MILLIS = 1000;

    private final Audience audience;
    private final ServerFacts facts;
    private final Replies replies;
    private final EpochClock clock;
    private final Orders orders;
    private final Gate gate;
    private final Supplier<InboundLimits> limits;
    private final HeldBytes held = new HeldBytes(MOST_HELD);
    private final MessageInflater inflater = new MessageInflater();

    /** One for all: its tables take 3 KB, more than all else that a client needs. */
    private final PayloadReader reader = new PayloadReader();

    Reception(
            Audience audience,
            ServerFacts facts,
            EpochClock clock,
            Orders orders,
            Gate gate,
            Supplier<InboundLimits> limits) {
        this.audience = audience;
        this.facts = facts;
        this.replies = new Replies(facts, clock);
        this.clock = clock;
        this.orders = orders;
        this.gate = gate;
        this.limits = limits;
    }

    /** Takes a connection whose handshake is done and whose reading is paused, with what was agreed on. Front's thread. */
    void receive(Channel channel, Caller caller, boolean isCompressing) {
        channel.deregister()
                .addListener(gone -> audience.loop().register(channel).addListener(registered -> {
                    if (registered.isSuccess()) {
                        enter(channel, caller, isCompressing);
                    } else {
                        LOG.debug("{} went away again", channel.remoteAddress(), registered.cause());
                        channel.close();
                    }
                }));
    }

    private void enter(Channel channel, Caller caller, boolean isCompressing) {
        if (!audience.hasRoom()) {
            audience.refuse(channel);
            return;
        }
        Client client = audience.join(channel, isCompressing);
        InboundLimits allowed = limits.get();
        channel.pipeline().addLast(new MessageAssembler(allowed, held));
        if (isCompressing) {
            channel.pipeline().addLast(new Inflation(inflater, allowed.maxMessage()));
        }
        channel.pipeline().addLast(handler(client, caller));
        channel.writeAndFlush(replies.connection(isCompressing));
        channel.config().setAutoRead(true);
        Runnable forget = gate.stay(caller, () -> channel.eventLoop().execute(() -> end(channel, client)));
        channel.closeFuture().addListener(closed -> forget.run());
    }

    private ClientHandler handler(Client client, Caller caller) {
        return new ClientHandler(
                audience,
                client,
                replies,
                reader,
                new OrderCommands(orders, caller, () -> gate.isStanding(caller), replies, clock),
                new SubscriptionCommands(audience, client, replies, facts.interval(), clock));
    }

    private static void end(Channel channel, Client client) {
        LOG.info("client {} closed: its token was revoked or has ended", channel.remoteAddress());
        client.sayGoodbye(
                WebSocketCloseStatus.POLICY_VIOLATION.code(), "your token was revoked, changed, or has ended");
        channel.eventLoop().schedule(() -> channel.close(), GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
