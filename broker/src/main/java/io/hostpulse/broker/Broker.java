package io.hostpulse.broker;

import io.hostpulse.broker.control.AuditedOrders;
import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Board;
import io.hostpulse.broker.feed.Feeds;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.replay.ReplayStats;
import io.hostpulse.broker.replay.Replayer;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.endpoint.Vitals;
import io.hostpulse.broker.rest.http.HttpConnections;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.RedactedConfig;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.history.HistorySettings;
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
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        Security security = Security.open(context, settings, address);
        Transport transport = Transport.of(settings.transport());
        EventLoopGroup front = transport.start("front-io", 1);
        EventLoopGroup clients = transport.start("client-io", 1);
        LiveLimits live = new LiveLimits(context.configuration(), settings);
        AudienceStats stats = new AudienceStats(context.mark());
        Groups groups = groups(settings, live);
        Replayer replayer = replayer(context, settings, live);
        Audience audience = new Audience(
                clients.next().next(), System::nanoTime, () -> live.get().audienceLimits(), stats, groups, replayer);
        Board board = new Board();
        Vitals vitals = new BrokerVitals(board, audience, stats, config.streams());
        Desk desk = new Desk("desk");
        HistoryDesk history =
                new HistoryDesk(context.data().root().resolve(HistorySettings.DIRECTORY), config.isHistoryRecorded());
        OrderClerk clerk = new OrderClerk(desk, context.data(), context.clock());
        Orders orders = new AuditedOrders(clerk, security.audit());
        ServerFacts facts = facts(context, settings, live);
        Server server = Server.listen(
                address,
                transport,
                front,
                audience,
                facts,
                context.clock(),
                site(context, settings, facts, board, vitals, desk, history, orders, security),
                orders,
                () -> live.get().inboundLimits(),
                new HttpConnections(() -> live.get().httpLimits(), context.mark()),
                security.certificate());
        Agent feed = Feeds.open(
                context,
                settings.interval(),
                config.streams(),
                groups,
                audience,
                PooledByteBufAllocator.DEFAULT,
                board);
        Threads threads = new Threads(front, clients, replayer, desk, history, clerk, security);
        return ServingAgent.start(feed, server, audience, threads, live, context);
    }

    private static Groups groups(BrokerSettings settings, LiveLimits live) {
        Groups groups = new Groups(
                Subscription.unasked(settings.onRequest()), () -> live.get().maxSubscriptions());
        live.follow(changed -> groups.unasked(Subscription.unasked(changed.onRequest())));
        return groups;
    }

    private static Replayer replayer(ProcessContext context, BrokerSettings settings, LiveLimits live) {
        return new Replayer(
                new QueueDirectory(context.data().queues()),
                PooledByteBufAllocator.DEFAULT,
                context.clock(),
                settings.interval(),
                () -> live.get().replayRate(),
                new ReplayStats(context.mark()));
    }

    private static Site site(
            ProcessContext context,
            BrokerSettings settings,
            ServerFacts facts,
            Board board,
            Vitals vitals,
            Desk desk,
            HistoryDesk history,
            Orders orders,
            Security security) {
        Endpoints.Surroundings surroundings = new Endpoints.Surroundings(
                context.data(),
                context.clock(),
                facts.hostName(),
                desk,
                history,
                orders,
                board::alerts,
                vitals,
                security.access()::ticket,
                () -> RedactedConfig.of(context.configuration().sources()),
                board::current);
        Set<String> names = new TreeSet<>(settings.access().hosts());
        names.addAll(List.of(settings.host(), facts.hostName()));
        Gate gate = new Gate(names, settings.access().origins(), security.access());
        return new Site(gate, Endpoints.router(surroundings), security.budget(), security.audit(), desk);
    }

    private static ServerFacts facts(ProcessContext context, BrokerSettings settings, LiveLimits live) {
        return new ServerFacts(
                HostName.ofThisMachine(),
                context.clock().nanos(),
                settings.interval(),
                () -> live.get().compression(),
                new KnownStreams(context.data()));
    }
}
