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
import io.hostpulse.broker.rest.Access;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.endpoint.Endpoints;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.broker.ws.Server;
import io.hostpulse.broker.ws.ServerFacts;
import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.model.Fields;
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
import java.util.Optional;
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
    private final Audience audience;
    private final Desk desk = new Desk();
    private final Keeper keeper = new Keeper();
    private final OrderClerk clerk;
    private final Server server;

    WholeBroker(DataDirectory data, EpochClock clock, ProcessMark mark) {
        Transport transport = Transport.of(TransportChoice.AUTO);
        group = transport.start(1);
        loop = group.next().next();
        audience = new Audience(loop, clock, new AudienceLimits(MAX_CLIENTS, SEND_TIMEOUT), new AudienceStats(mark));
        clerk = new OrderClerk(desk, data, clock);
        Board board = new Board();
        AuditLog audit = new AuditLog(AuditFile.in(data), clock, keeper);
        TokenRegister tokens = new TokenRegister(TokenFile.in(data), TokenUses.in(data), clock);
        Access access = new Access(AccessMode.REMOTE, tokens, clock, audit);
        Endpoints.Surroundings surroundings = new Endpoints.Surroundings(
                data, clock, HOST, desk, clerk, board::alerts, access::ticket, () -> Fields.NONE, board::current);
        server = Server.listen(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                transport,
                group,
                audience,
                new ServerFacts(HOST, clock.nanos(), Duration.ofMillis(500), List::of),
                clock,
                new Site(
                        new Gate(Set.of(), Set.of(), access),
                        Endpoints.router(surroundings),
                        new AddressBudget(MAX_CLIENTS, MAX_CLIENTS, clock),
                        audit,
                        desk),
                clerk,
                MAX_MESSAGE,
                Optional.empty());
    }

    @Override
    public int port() {
        return server.address().getPort();
    }

    @Override
    public void broadcast(ByteBuf message) {
        audience.send(message);
        loop.submit(() -> {}).syncUninterruptibly();
    }

    @Override
    public void close() {
        server.close();
        clerk.close();
        desk.close();
        keeper.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
