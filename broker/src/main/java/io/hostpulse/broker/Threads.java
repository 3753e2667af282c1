package io.hostpulse.broker;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;

/**
 * The threads beside the feed's, which end together.
 *
 * @param group drives the connections
 * @param desk does slow work
 * @param clerk works at the desk, and is closed when that has ended
 * @param security writes down what became of the last orders, so it ends behind them
 */
record Threads(EventLoopGroup group, Desk desk, OrderClerk clerk, Security security) implements AutoCloseable {

    private static final long GOODBYE_MILLIS = 1000;

    @Override
    public void close() {
        desk.close();
        clerk.close();
        security.close();
        group.shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
