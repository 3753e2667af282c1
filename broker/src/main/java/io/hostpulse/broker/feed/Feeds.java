package io.hostpulse.broker.feed;

import io.hostpulse.broker.compression.MessageDeflater;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.QueueDirectory;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.Set;

/** Puts the feed together. */
public final class Feeds {

    private Feeds() {}

    /**
     * Opens the feed of a process.
     *
     * @param context the process
     * @param interval the time between two messages
     * @param expected the streams that are configured
     * @param groups who wants what
     * @param broadcast takes the messages
     * @param allocator makes their buffers
     * @param board where others find what the feed knows
     * @return the feed, not yet started
     */
    public static Agent open(
            ProcessContext context,
            Duration interval,
            Set<StreamName> expected,
            Groups groups,
            Broadcast broadcast,
            ByteBufAllocator allocator,
            Board board) {
        FeedStats stats = new FeedStats(context.mark());
        long now = context.clock().nanos();
        MessageComposer composer = new MessageComposer(allocator, interval);
        return new Feed(
                new StreamFeeds(context.data(), stats, now),
                new AlertFeed(new QueueDirectory(context.data().queues()).of(new StreamName("alerts")), now),
                composer,
                new GroupFeeds(groups, new GroupComposer(composer, new MessageDeflater(allocator), interval)),
                broadcast,
                board,
                stats,
                new TickAssembler<>(interval, now),
                new Warmup(expected, now));
    }
}
