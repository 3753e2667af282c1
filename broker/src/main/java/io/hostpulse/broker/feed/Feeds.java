package io.hostpulse.broker.feed;

import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.ProcessContext;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;

/** Puts the feed together. */
public final class Feeds {

    private Feeds() {}

    /**
     * Opens the feed of a process.
     *
     * @param context the process
     * @param interval the time between two messages
     * @param broadcast takes the messages
     * @param allocator makes their buffers
     * @return the feed, not yet started
     */
    public static Agent open(
            ProcessContext context, Duration interval, Broadcast broadcast, ByteBufAllocator allocator) {
        FeedStats stats = new FeedStats(context.mark());
        return new Feed(
                new StreamFeeds(context.data(), stats),
                new MessageComposer(allocator, interval),
                broadcast,
                stats,
                new TickAssembler<>(interval, context.clock().nanos()));
    }
}
