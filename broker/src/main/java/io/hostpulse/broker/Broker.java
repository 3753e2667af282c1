package io.hostpulse.broker;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceLimits;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Board;
import io.hostpulse.broker.feed.Feeds;
import io.hostpulse.broker.replay.ReplayStats;
import io.hostpulse.broker.replay.Replayer;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.queue.QueueDirectory;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What makes a process the broker: a feed from the queues and a server for clients. */
final class Broker implements ProcessDefinition<BrokerConfig> {

    @Override
    public String name(Arguments arguments) {
        return "broker";
    }

    @Override
    public Set<String> sections() {
        return Set.of(BrokerSettings.SECTION);
    }

    @Override
    public BrokerConfig settings(Arguments arguments, ConfigNode root) {
        return BrokerConfig.read(root);
    }

    @Override
    public Agent wire(ProcessContext context, BrokerConfig config) throws IOException {
        BrokerSettings settings = config.settings();
        Transport transport = Transport.of(settings.transport());
        EventLoopGroup group = transport.start(1);
        Groups groups = new Groups(Subscription.unasked(settings.onRequest()), settings.maxSubscriptions());
        Replayer replayer = replayer(context, settings);
        Audience audience = new Audience(
                group.next().next(),
                context.clock(),
                new AudienceLimits(settings.maxClients(), settings.sendTimeout().toNanos()),
                new AudienceStats(context.mark()),
                groups,
                replayer);
        Board board = new Board();
        Desk desk = new Desk();
        OrderClerk clerk = new OrderClerk(desk, context.data(), context.clock());
        ServerFacts facts = facts(context, settings);
        Server server = Server.listen(
                new InetSocketAddress(settings.host(), settings.port()),
                transport,
                group,
                audience,
                facts,
                context.clock(),
                site(context, settings, facts, board, desk, clerk),
                clerk,
                settings.maxMessageSize());
        Agent feed = Feeds.open(
                context,
                settings.interval(),
                config.streams(),
                groups,
                audience,
                PooledByteBufAllocator.DEFAULT,
                board);
        return ServingAgent.start(feed, server, audience, new Threads(group, replayer, desk, clerk), context);
    }

    private static Replayer replayer(ProcessContext context, BrokerSettings settings) {
        return new Replayer(
                new QueueDirectory(context.data().queues()),
                PooledByteBufAllocator.DEFAULT,
                context.clock(),
                settings.interval(),
                settings.replayRate(),
                new ReplayStats(context.mark()));
    }

    private static Site site(
            ProcessContext context,
            BrokerSettings settings,
            ServerFacts facts,
            Board board,
            Desk desk,
            OrderClerk clerk) {
        Endpoints.Surroundings surroundings = new Endpoints.Surroundings(
                context.data(), context.clock(), facts.hostName(), desk, clerk, board::alerts, board::current);
        Set<String> names = new TreeSet<>(List.of(settings.host(), facts.hostName()));
        return new Site(new Gate(names), Endpoints.router(surroundings));
    }

    private static ServerFacts facts(ProcessContext context, BrokerSettings settings) {
        return new ServerFacts(
                HostName.ofThisMachine(),
                context.clock().nanos(),
                settings.interval(),
                settings.compression(),
                new KnownStreams(context.data()));
    }
}
