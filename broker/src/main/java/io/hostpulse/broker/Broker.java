package io.hostpulse.broker;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceLimits;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Feeds;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;

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
        Audience audience = new Audience(
                group.next().next(),
                context.clock(),
                new AudienceLimits(settings.maxClients(), settings.sendTimeout().toNanos()),
                new AudienceStats(context.mark()));
        Server server = Server.listen(
                new InetSocketAddress(settings.host(), settings.port()),
                transport,
                group,
                audience,
                facts(context, settings),
                context.clock(),
                settings.maxMessageSize());
        Agent feed =
                Feeds.open(context, settings.interval(), config.streams(), audience, PooledByteBufAllocator.DEFAULT);
        return ServingAgent.start(feed, server, audience, group, context);
    }

    private static ServerFacts facts(ProcessContext context, BrokerSettings settings) {
        return new ServerFacts(
                HostName.ofThisMachine(),
                context.clock().nanos(),
                settings.interval(),
                new KnownStreams(context.data()));
    }
}
