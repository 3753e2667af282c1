package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Clients by the thousand on one thread that do nothing but read, and visitors on another. */
final class LoadGenerator implements AutoCloseable {

    /** A server that listens with a backlog of 128 must not be overrun. */
    private static final int UNDERWAY = 128;

    private static final int READ_BUFFER = 16 * 1024;

    /** What the system keeps for one that never reads: little, so that it is the server who has to keep the rest, or not. */
    private static final int SILENT_WINDOW = 4 * 1024;

    private static final long CONNECT_LIMIT_SECONDS = 60;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load"), EpollIoHandler.newFactory());
    private final EventLoop loop = group.next().next();

    /** Whoever comes and goes does not wait for the thread that reads a flood. */
    private final EventLoopGroup visitors =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("visitors"), EpollIoHandler.newFactory());

    private final Semaphore underway = new Semaphore(UNDERWAY);
    private final Crowd crowd;
    private final ChannelGroup connections = new DefaultChannelGroup(loop);
    private volatile Throwable failure;

    LoadGenerator(EpochClock clock) {
        crowd = new Crowd(clock, underway);
    }

    /** Connects clients and waits until all are in. */
    void connect(int port, int clients) throws InterruptedException {
        connect(clients(group, LoadClient.Kind.READS), port, clients);
    }

    /** Connects clients that never read, and waits until all are in. */
    void connectSilent(int port, int clients) throws InterruptedException {
        connect(
                clients(group, LoadClient.Kind.READS_NOTHING).option(ChannelOption.SO_RCVBUF, SILENT_WINDOW),
                port,
                clients);
    }

    private Bootstrap clients(EventLoopGroup threads, LoadClient.Kind kind) {
        return new Bootstrap()
                .group(threads)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BUFFER))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline().addLast(new LoadClient(crowd, kind));
                    }
                });
    }

    private void connect(Bootstrap bootstrap, int port, int clients) throws InterruptedException {
        int wanted = crowd.joinedCount() + clients;
        for (int i = 0; i < clients; i++) {
            connectOne(bootstrap, port);
        }
        await(UNDERWAY);
        underway.release(UNDERWAY);
        if (crowd.joinedCount() < wanted) {
            throw ProcessFailure.temporary(
                    "only " + crowd.joinedCount() + " of " + wanted
                            + " clients were let in; is the limit of open files (ulimit -n) high enough?"
                            + " The last connection that failed: " + failure,
                    failure);
        }
    }

    private void connectOne(Bootstrap bootstrap, int port) throws InterruptedException {
        await(1);
        bootstrap.connect(InetAddress.getLoopbackAddress(), port).addListener(done -> {
            if (!done.isSuccess()) {
                failure = done.cause();
                crowd.lost();
            }
        });
    }

    /**
     * Lets others come and go at once, while the crowd goes on to receive.
     *
     * @return how many were let in, each second
     */
    double visit(int port, Duration time) throws InterruptedException {
        Bootstrap visitor = clients(visitors, LoadClient.Kind.LEAVES);
        int before = crowd.visitCount();
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            connectOne(visitor, port);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int visits = crowd.visitCount() - before;
        await(UNDERWAY);
        underway.release(UNDERWAY);
        return visits / seconds;
    }

    private void await(int permits) throws InterruptedException {
        if (!underway.tryAcquire(permits, CONNECT_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw ProcessFailure.temporary("the server lets nobody in any more", null);
        }
    }

    /**
     * Receives for a time.
     *
     * @param apart whether broadcasts are told apart, or only counted
     */
    Crowd.Received receive(Duration time, boolean apart) throws InterruptedException {
        ask(() -> {
            crowd.begin(apart);
            return null;
        });
        Thread.sleep(time.toMillis());
        return ask(crowd::end);
    }

    private <T> T ask(Callable<T> question) throws InterruptedException {
        try {
            return loop.submit(question).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Clients that were there once and are no more. */
    int lost() {
        return crowd.lostCount();
    }

    @Override
    public void close() {
        // All are gone when the next come: together they would be more files than one process may have.
        connections.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        visitors.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
