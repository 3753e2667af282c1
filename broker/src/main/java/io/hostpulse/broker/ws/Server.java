package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.rest.http.BodyLimit;
import io.hostpulse.broker.rest.http.HttpConnections;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.transport.ServerCertificate;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessFailure;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/** Listens for connections and puts each one's handlers together. */
public final class Server implements AutoCloseable {

    /**
     * How much the kernel may hold for a client that does not read. Left to itself it grows to megabytes, minutes of old
     * snapshots that a slow client would have to read before it sees the present.
     */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final int BACKLOG = 4096;

    /** Netty takes 16 before it looks at the others again, which is few when everybody comes back after a restart. */
    private static final int ACCEPTED_AT_ONCE = 128;

    private final Channel listening;

    private Server(Channel listening) {
        this.listening = listening;
    }

    /**
     * Starts to listen.
     *
     * @param address where; port 0 takes any free one
     * @param transport how sockets are driven
     * @param front the threads that accept connections, shake hands and answer requests
     * @param audience the clients
     * @param facts what clients are told about the server
     * @param clock the time
     * @param site what is answered over HTTP
     * @param orders takes orders for the alerter
     * @param limits what clients may send now; asked for each
     * @param connections those that are no WebSockets
     * @param certificate encrypts the connections; they are not when there is none
     * @return the listening server
     * @throws ProcessFailure when the address cannot be had
     */
    public static Server listen(
            InetSocketAddress address,
            Transport transport,
            EventLoopGroup front,
            Audience audience,
            ServerFacts facts,
            EpochClock clock,
            Site site,
            Orders orders,
            Supplier<InboundLimits> limits,
            HttpConnections connections,
            Optional<ServerCertificate> certificate) {
        Reception reception = new Reception(audience, facts, clock, orders, site.gate(), limits);
        FrontDoor door = new FrontDoor(site.gate(), limits, facts.compresses(), reception);
        ChannelFuture bound = new ServerBootstrap()
                .group(front)
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(ACCEPTED_AT_ONCE))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        certificate.ifPresent(tls -> channel.pipeline().addLast(tls.handler(channel.alloc())));
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new BodyLimit())
                                .addLast(new HttpFront(site, connections, door));
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw ProcessFailure.temporary(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + " ("
                            + bound.cause().getMessage() + "): is another program using the port? Choose another with"
                            + " --set broker.port=…",
                    bound.cause());
        }
        return new Server(bound.channel());
    }

    /**
     * Tells where clients can connect.
     *
     * @return the address with the real port
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
    }
}
