package io.hostpulse.broker.feed;

import io.hostpulse.common.process.Agent;
import io.hostpulse.common.queue.Gap;
import java.util.Collection;
import java.util.Optional;

/**
 * The broker's main loop: looks at the streams when a record is due, and sends one message a tick. It belongs to one thread
 * and never waits for a client.
 */
public final class Feed implements Agent {

    private final StreamFeeds streams;
    private final AlertFeed alerts;
    private final MessageComposer composer;
    private final GroupFeeds groups;
    private final Broadcast broadcast;
    private final Board board;
    private final FeedStats stats;
    private final TickAssembler<StreamFeed> assembler;
    private final Warmup warmup;
    private boolean hasSent;

    Feed(
            StreamFeeds streams,
            AlertFeed alerts,
            MessageComposer composer,
            GroupFeeds groups,
            Broadcast broadcast,
            Board board,
            FeedStats stats,
            TickAssembler<StreamFeed> assembler,
            Warmup warmup) {
        this.streams = streams;
        this.alerts = alerts;
        this.composer = composer;
        this.groups = groups;
        this.broadcast = broadcast;
        this.board = board;
        this.stats = stats;
        this.assembler = assembler;
        this.warmup = warmup;
    }

    @Override
    public long doWork(long now) {
        Collection<StreamFeed> known = streams.discover(now);
        long next = streams.nextDiscovery();
        for (StreamFeed stream : known) {
            if (stream.poll(now)) {
                noteArrival(stream, now);
            }
            for (Gap gap : stream.takeGaps()) {
                broadcast.announce(stream.name(), composer.composeGap(stream.name(), gap, now));
            }
            next = Math.min(next, stream.nextPoll());
        }
        followAlerts(now);
        board.answer(() -> composer.composeNow(now, known, alerts.active()));
        sendIfDue(known, now);
        return Math.min(Math.min(next, alerts.nextPoll()), assembler.nextDecision(now));
    }

    private void followAlerts(long now) {
        alerts.poll(now);
        board.show(alerts.active());
        alerts.takeChanges().forEach(change -> broadcast.alert(composer.copy(change)));
    }

    private void noteArrival(StreamFeed stream, long now) {
        Optional<Sample> newest = stream.newest();
        newest.ifPresent(sample -> assembler.arrived(stream, stream.interval(), sample.sampleTime(), now));
        warmup.heard(stream.name());
    }

    private void sendIfDue(Collection<StreamFeed> known, long now) {
        TickAssembler.Decision decision = assembler.decide(now);
        if (decision == TickAssembler.Decision.WAIT) {
            return;
        }
        if (warmup.isOver(now)) {
            groups.compose(new Moment(assembler.tick(), now, known, alerts.active()), broadcast);
            stats.broadcast(decision == TickAssembler.Decision.COMPLETE);
            hasSent = true;
        }
        assembler.sent(now);
    }

    @Override
    public boolean isReady() {
        return hasSent;
    }

    @Override
    public void close() {
        streams.close();
        alerts.close();
    }
}
