package io.hostpulse.benchmarks.fanout;

import io.hostpulse.broker.auth.AccessMode;
import io.hostpulse.broker.auth.AddressBudget;
import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.auth.Keeper;
import io.hostpulse.broker.auth.TokenRegister;
import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceLimits;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Board;
import io.hostpulse.broker.feed.GroupMessage;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.Access;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.endpoint.Vitals;
import io.hostpulse.broker.rest.http.HttpConnections;
import io.hostpulse.broker.rest.http.HttpLimits;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessMark;
import io.hostpulse.history.HistorySettings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The broker's server with all that it does for its clients; only what it sends comes from the benchmark and not from queues. */
final class WholeBroker implements MeasuredServer {

    private static final String HOST = "benchmark";
    private static final int MAX_CLIENTS = 100_000;
    private static final AudienceLimits LIMITS = new AudienceLimits(
            MAX_CLIENTS,
            // Long, so that clients that never read stay and are a burden for the whole measurement.
            Duration.ofMinutes(5).toNanos(),
            Duration.ofMinutes(5).toNanos());
    private static final InboundLimits INBOUND = new InboundLimits(1 << 16, 100, Duration.ofSeconds(20));
    private static final HttpLimits HTTP = new HttpLimits(Duration.ofSeconds(20), 1000, 500);

    private final EventLoopGroup front;
    private final EventLoopGroup clients;
    private final EventLoop loop;
    private final Groups groups = new Groups(Subscription.unasked(List.of()), () -> 1);
    private final Audience audience;
    private final Desk desk = new Desk("desk");
    private final HistoryDesk history;
    private final Keeper keeper = new Keeper();
    private final OrderClerk clerk;
    private final Server server;

    WholeBroker(DataDirectory data, EpochClock clock, ProcessMark mark) {
        Transport transport = Transport.of(TransportChoice.AUTO);
        front = transport.start("front-io", 1);
        clients = transport.start("client-io", 1);
        loop = clients.next().next();
        audience = new Audience(
                loop,
                System::nanoTime,
                () -> LIMITS,
                new AudienceStats(mark),
                groups,
                (target, group, since, answer) -> {});
        clerk = new OrderClerk(desk, data, clock);
        history = new HistoryDesk(data.root().resolve(HistorySettings.DIRECTORY), true);
        server = Server.listen(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                transport,
                front,
                audience,
                new ServerFacts(HOST, clock.nanos(), Duration.ofMillis(500), () -> true, List::of),
                clock,
                site(data, clock),
                clerk,
                () -> INBOUND,
                new HttpConnections(() -> HTTP, mark),
                Optional.empty());
    }

    private Site site(DataDirectory data, EpochClock clock) {
        Board board = new Board();
        AuditLog audit = new AuditLog(AuditFile.in(data), clock, keeper);
        TokenRegister tokens = new TokenRegister(TokenFile.in(data), TokenUses.in(data), clock);
        Access access = new Access(AccessMode.REMOTE, tokens, clock, audit);
        Endpoints.Surroundings surroundings = new Endpoints.Surroundings(
                data,
                clock,
                HOST,
                desk,
                history,
                clerk,
                board::alerts,
                new Unwatched(),
                access::ticket,
                () -> Fields.NONE,
                board::current);
        return new Site(
                new Gate(Set.of(), Set.of(), access),
                Endpoints.router(surroundings),
                new AddressBudget(MAX_CLIENTS, MAX_CLIENTS, clock),
                audit,
                desk);
    }

    /** Nobody probes it. */
    private static final class Unwatched implements Vitals {

        @Override
        public List<String> troubles() {
            return List.of();
        }

        @Override
        public Set<String> streams() {
            return Set.of();
        }

        @Override
        public Fields figures() {
            return Fields.NONE;
        }
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
        history.close();
        keeper.close();
        front.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        clients.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
