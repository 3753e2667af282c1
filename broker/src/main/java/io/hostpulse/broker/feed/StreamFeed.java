package io.hostpulse.broker.feed;

import io.hostpulse.broker.json.JsonNode;
import io.hostpulse.broker.json.JsonScanner;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.PollSchedule;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one stream and keeps its newest record. Used by the feed's thread. */
final class StreamFeed implements TailListener, AutoCloseable {

    /** After this many intervals without a record, a stream's data is called stale. */
    private static final int STALE_INTERVALS = 3;

    /** A record is expected within an interval from the last one; this much is for what comes unevenly. */
    private static final long SLACK = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);

    private final StreamDescriptor descriptor;
    private final SnapshotTail tail;
    private final CursorFile cursor;
    private final WriterCondition writer;
    private final FeedStats stats;
    private final PollSchedule schedule;
    private final List<Gap> untold = new ArrayList<>();
    private Optional<Sample> newest = Optional.empty();
    private Optional<JsonNode.Members> tree = Optional.empty();
    private String trouble = "";
    private long nextPoll;

    StreamFeed(
            StreamDescriptor descriptor,
            SnapshotTail tail,
            CursorFile cursor,
            WriterCondition writer,
            FeedStats stats) {
        this.descriptor = descriptor;
        this.tail = tail;
        this.cursor = cursor;
        this.writer = writer;
        this.stats = stats;
        this.schedule = new PollSchedule(descriptor.interval());
    }

    /** Takes everything new, when something can be there by now, and tells whether there was anything. */
    boolean poll(long now) {
        // What lies farther ahead than an interval was planned before the clock was set back.
        if (now < nextPoll && nextPoll - now <= interval().toNanos() + SLACK) {
            return false;
        }
        boolean any = look(now);
        nextPoll = schedule.nextPoll(now);
        return any;
    }

    private boolean look(long now) {
        boolean any = unlessTroubled(this::takeAll);
        if (any && newest.isPresent()) {
            schedule.arrived(newest.get().sampleTime(), now);
            cursor.moveTo(tail.delivered());
        }
        return any;
    }

    private boolean takeAll() {
        boolean any = false;
        while (tail.poll(this)) {
            any = true;
        }
        return any;
    }

    /** Looks whether the files were changed under the tail. */
    void inspect() {
        if (unlessTroubled(() -> tail.inspect(this))) {
            LOG.info("stream {} goes on in another file", name());
            nextPoll = 0;
        }
    }

    // A stream that cannot be read is stale and nothing worse; the others go on.
    private boolean unlessTroubled(BooleanSupplier work) {
        try {
            boolean any = work.getAsBoolean();
            trouble = any ? "" : trouble;
            return any;
        } catch (QueueException e) {
            if (!trouble.equals(e.getMessage())) {
                trouble = e.getMessage();
                LOG.warn("stream {} cannot be read, trying again: {}", name(), trouble);
            }
            return false;
        }
    }

    long nextPoll() {
        return nextPoll;
    }

    @Override
    public void onRecord(RecordView record) {
        stats.record();
        newest = Optional.of(Sample.of(record));
        tree = Optional.empty();
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

    /** The newest record's payload taken apart: once, however many groups want parts of it. */
    JsonNode.Members tree() {
        if (tree.isEmpty()) {
            tree = newest.map(sample -> JsonScanner.scan(sample.payload()));
        }
        return tree.orElseThrow();
    }

    /** A stream without an interval has nothing to be late for. */
    boolean isStale(long now) {
        long limit = STALE_INTERVALS * interval().toNanos();
        return limit > 0
                && newest.filter(sample -> now - sample.sampleTime() <= limit).isEmpty();
    }

    /** The payload that clients get as data; empty when there is none, or when the writer says why it is out of date. */
    Optional<byte[]> data(long now) {
        return refusal(now).isPresent()
                ? Optional.empty()
                : newest.filter(Sample::hasData).map(Sample::payload);
    }

    /** The payload that says why there is no data; empty when there is. */
    Optional<byte[]> noData(long now) {
        return refusal(now).or(() -> newest.filter(sample -> !sample.hasData()).map(Sample::payload));
    }

    private Optional<byte[]> refusal(long now) {
        return isStale(now) ? writer.payload(now) : Optional.empty();
    }

    @Override
    public void close() {
        tail.close();
    }
}
