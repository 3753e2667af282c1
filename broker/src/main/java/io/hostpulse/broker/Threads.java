package io.hostpulse.broker;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.replay.Replayer;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;

/**
 * The threads beside the feed's, which end together.
 *
 * @param group drives the connections
 * @param replayer sends clients what they missed
 * @param desk does slow work
 * @param clerk works at the desk, and is closed when that has ended
 */
record Threads(EventLoopGroup group, Replayer replayer, Desk desk, OrderClerk clerk) implements AutoCloseable {

    private static final long GOODBYE_MILLIS = 1000;

    @Override
    public void close() {
        replayer.close();
        desk.close();
        clerk.close();
        group.shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
