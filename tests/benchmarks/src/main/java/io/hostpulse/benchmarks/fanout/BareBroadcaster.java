package io.hostpulse.benchmarks.fanout;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What Netty can do when a server does nothing else: one encoded frame, a duplicate for each client that has taken the last one, one
 * loop. No limits, no counts, no time-outs, no answers.
 */
final class BareBroadcaster implements MeasuredServer {

    private static final int MAX_REQUEST = 8192;
    private static final int BACKLOG = 4096;
    private static final int FIN_TEXT = 0x81;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final EventLoop loop = group.next().next();
    private final List<Channel> clients = new ArrayList<>();
    private final Channel listening;

    BareBroadcaster() {
        listening = new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_REQUEST))
                                .addLast(new Upgrade());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Lets a client in and then leaves nothing in its pipeline that a frame would have to pass. */
    private final class Upgrade extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            FullHttpRequest request = (FullHttpRequest) message;
            WebSocketServerHandshaker handshaker =
                    new WebSocketServerHandshakerFactory("ws://localhost/", null, false).newHandshaker(request);
            Channel channel = context.channel();
            handshaker.handshake(channel, request).addListener(done -> {
                while (channel.pipeline().last() != null) {
                    channel.pipeline().removeLast();
                }
                clients.add(channel);
                channel.closeFuture().addListener(closed -> clients.remove(channel));
            });
            request.release();
        }
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void broadcast(ByteBuf message) {
        loop.submit(() -> deliver(message)).syncUninterruptibly();
    }

    private void deliver(ByteBuf message) {
        ByteBuf frame = framed(message);
        message.release();
        for (int i = clients.size() - 1; i >= 0; i--) {
            Channel client = clients.get(i);
            if (client.unsafe().outboundBuffer() != null
                    && client.unsafe().outboundBuffer().totalPendingWriteBytes() == 0) {
                client.writeAndFlush(frame.retainedDuplicate(), client.voidPromise());
            }
        }
        frame.release();
    }

    private static ByteBuf framed(ByteBuf message) {
        int length = message.readableBytes();
        ByteBuf frame = message.alloc().directBuffer(length + 10).writeByte(FIN_TEXT);
        if (length < LENGTH_16) {
            frame.writeByte(length);
        } else if (length <= 0xffff) {
            frame.writeByte(LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(LENGTH_64).writeLong(length);
        }
        return frame.writeBytes(message, message.readerIndex(), length);
    }

    @Override
    public void close() {
        listening.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
