package io.hostpulse.broker;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderClerk;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.replay.Replayer;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;

/**
 * The threads beside the feed's, which end together.
 *
 * @param front accepts connections, shakes hands and answers requests
 * @param clients drives the clients
 * @param replayer sends clients what they missed
 * @param desk does slow work
 * @param history looks into the history
 * @param clerk works at the desk, and is closed when that has ended
 * @param security writes down what became of the last orders, so it ends behind them
 */
record Threads(
        EventLoopGroup front,
        EventLoopGroup clients,
        Replayer replayer,
        Desk desk,
        HistoryDesk history,
        OrderClerk clerk,
        Security security)
        implements AutoCloseable {

    private static final long GOODBYE_MILLIS = 1000;

    @Override
    public void close() {
        replayer.close();
        desk.close();
        history.close();
        clerk.close();
        security.close();
        end(front);
        end(clients);
    }

    private static void end(EventLoopGroup group) {
        group.shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
