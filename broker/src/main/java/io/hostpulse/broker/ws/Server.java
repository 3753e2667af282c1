package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.rest.http.BodyLimit;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.Site;
import io.hostpulse.broker.transport.Transport;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessFailure;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;

/** Listens for connections and puts each one's handlers together. */
public final class Server implements AutoCloseable {

    /**
     * How much the kernel may hold for a client that does not read. Left to itself it grows to megabytes, minutes of old
     * snapshots that a slow client would have to read before it sees the present.
     */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final int BACKLOG = 4096;

    private final Channel listening;

    private Server(Channel listening) {
        this.listening = listening;
    }

    /**
     * Starts to listen.
     *
     * @param address where; port 0 takes any free one
     * @param transport how sockets are driven
     * @param group the threads that drive them
     * @param audience the clients
     * @param facts what clients are told about the server
     * @param clock the time
     * @param site what is answered over HTTP
     * @param orders takes orders for the alerter
     * @param maxMessageSize the longest message a client may send, in bytes
     * @return the listening server
     * @throws ProcessFailure when the address cannot be had
     */
    public static Server listen(
            InetSocketAddress address,
            Transport transport,
            EventLoopGroup group,
            Audience audience,
            ServerFacts facts,
            EpochClock clock,
            Site site,
            Orders orders,
            int maxMessageSize) {
        FrontDoor door = new FrontDoor(audience, facts, clock, site.gate(), orders, maxMessageSize);
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new BodyLimit())
                                .addLast(new HttpFront(site, door));
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
