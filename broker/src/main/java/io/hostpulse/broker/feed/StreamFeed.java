package io.hostpulse.broker.feed;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.PollSchedule;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one stream and keeps its newest record. Used by the feed's thread. */
final class StreamFeed implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);

    private final StreamDescriptor descriptor;
    private final SnapshotTail tail;
    private final CursorFile cursor;
    private final FeedStats stats;
    private final PollSchedule schedule;
    private final List<Gap> untold = new ArrayList<>();
    private Optional<Sample> newest = Optional.empty();

    StreamFeed(StreamDescriptor descriptor, SnapshotTail tail, CursorFile cursor, FeedStats stats) {
        this.descriptor = descriptor;
        this.tail = tail;
        this.cursor = cursor;
        this.stats = stats;
        this.schedule = new PollSchedule(descriptor.interval());
    }

    /** Takes everything new and tells whether there was anything. */
    boolean poll(long now) {
        boolean any = false;
        while (tail.poll(this)) {
            any = true;
        }
        if (any && newest.isPresent()) {
            schedule.arrived(newest.get().sampleTime(), now);
            cursor.moveTo(tail.delivered());
        }
        return any;
    }

    /** Looks whether the files were changed under the tail. */
    void inspect() {
        if (tail.inspect(this)) {
            LOG.info("stream {} goes on in another file", name());
        }
    }

    long nextPoll(long now) {
        return schedule.nextPoll(now);
    }

    @Override
    public void onRecord(RecordView record) {
        stats.record();
        newest = Optional.of(Sample.of(record));
    }

    @Override
    public void onGap(Gap gap) {
        stats.missing(gap.count());
        LOG.warn("stream {}: records {} to {} are missing", name(), gap.first(), gap.last());
        untold.add(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        stats.damage();
        LOG.warn("stream {}: damage in {}", name(), damage);
    }

    /** Hands over the gaps that clients have not been told of. */
    List<Gap> takeGaps() {
        List<Gap> taken = List.copyOf(untold);
        untold.clear();
        return taken;
    }

    StreamName name() {
        return descriptor.name();
    }

    Duration interval() {
        return descriptor.interval();
    }

    Optional<Sample> newest() {
        return newest;
    }

    @Override
    public void close() {
        tail.close();
    }
}
