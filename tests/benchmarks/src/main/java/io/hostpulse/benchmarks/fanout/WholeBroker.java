package io.hostpulse.benchmarks.fanout;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceLimits;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Board;
import io.hostpulse.broker.feed.GroupMessage;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessMark;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The broker's server with all that it does for its clients; only what it sends comes from the benchmark and not from queues. */
final class WholeBroker implements MeasuredServer {

    private static final String HOST = "benchmark";
    private static final int MAX_CLIENTS = 100_000;
    private static final int MAX_MESSAGE = 1 << 20;
    private static final long SEND_TIMEOUT = Duration.ofSeconds(10).toNanos();

    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Groups groups = new Groups(Subscription.unasked(List.of()), 1);
    private final Audience audience;
    private final Desk desk = new Desk();
    private final OrderClerk clerk;
    private final Server server;

    WholeBroker(DataDirectory data, EpochClock clock, ProcessMark mark) {
        Transport transport = Transport.of(TransportChoice.AUTO);
        group = transport.start(1);
        loop = group.next().next();
        audience = new Audience(
                loop,
                clock,
                new AudienceLimits(MAX_CLIENTS, SEND_TIMEOUT),
                new AudienceStats(mark),
                groups,
                (target, group, since, answer) -> {});
        clerk = new OrderClerk(desk, data, clock);
        Board board = new Board();
        Endpoints.Surroundings surroundings =
                new Endpoints.Surroundings(data, clock, HOST, desk, clerk, board::alerts, board::current);
        server = Server.listen(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                transport,
                group,
                audience,
                new ServerFacts(HOST, clock.nanos(), Duration.ofMillis(500), true, List::of),
                clock,
                new Site(new Gate(Set.of()), Endpoints.router(surroundings)),
                clerk,
                MAX_MESSAGE);
    }

    @Override
    public int port() {
        return server.address().getPort();
    }

    @Override
    public void broadcast(ByteBuf message) {
        audience.send(GroupMessage.of(groups.unasked(), message));
        loop.submit(() -> {}).syncUninterruptibly();
    }

    @Override
    public void close() {
        server.close();
        clerk.close();
        desk.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
