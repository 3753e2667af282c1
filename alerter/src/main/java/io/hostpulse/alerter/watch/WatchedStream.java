package io.hostpulse.alerter.watch;

import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.PollSchedule;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream, record by record into the rules. Its cursor moves when what followed from the records is written down. */
final class WatchedStream implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStream.class);

    private final StreamDescriptor descriptor;
    private final CursorFile cursor;
    private final RuleEngine engine;
    private final RecordedReadings readings = new RecordedReadings();
    private final PollSchedule schedule;
    private final SnapshotTail tail;
    private long lastTime;
    private String trouble = "";

    private WatchedStream(StreamDescriptor descriptor, SnapshotTail tail, CursorFile cursor, RuleEngine engine) {
        this.descriptor = descriptor;
        this.tail = tail;
        this.cursor = cursor;
        this.engine = engine;
        this.schedule = new PollSchedule(descriptor.interval());
    }

    /**
     * Opens a stream where its cursor stands; one without a cursor at its newest record, because what was before it was known
     * is not news. Before that, what led there is shown to the rules.
     *
     * @param history how far back
     */
    static WatchedStream open(
            Path directory, StreamDescriptor descriptor, CursorFile cursor, RuleEngine engine, Duration history) {
        engine.expect(descriptor.name(), descriptor.interval());
        Position position = cursor.position();
        if (position.sequence() == 0) {
            return new WatchedStream(descriptor, SnapshotTail.fromLast(directory, 1), cursor, engine);
        }
        WatchedStream stream = new WatchedStream(descriptor, SnapshotTail.after(directory, position), cursor, engine);
        if (!history.isZero()) {
            stream.recall(directory, position.sequence(), history);
        }
        return stream;
    }

    /** The rules are quiet meanwhile. */
    private void recall(Path directory, long upTo, Duration history) {
        Recall recall = new Recall(upTo);
        try (SnapshotTail newest = SnapshotTail.fromLast(directory, 1)) {
            newest.poll(recall);
        }
        long from = recall.newestTime - history.toNanos();
        try (SnapshotTail past = SnapshotTail.fromTime(directory, from)) {
            recall.isShowing = true;
            while (!recall.isDone && past.poll(recall)) {
                // until the cursor
            }
        }
    }

    StreamName name() {
        return descriptor.name();
    }

    LastSeen lastSeen() {
        return new LastSeen(descriptor.interval(), lastTime);
    }

    /** Takes in everything new. */
    void poll(long now) {
        try {
            boolean any = false;
            while (tail.poll(this)) {
                any = true;
            }
            if (any) {
                schedule.arrived(lastTime, now);
                trouble = "";
            }
        } catch (QueueException e) {
            troubled(e);
        }
    }

    void inspect() {
        try {
            tail.inspect(this);
        } catch (QueueException e) {
            troubled(e);
        }
    }

    private void troubled(QueueException e) {
        if (!trouble.equals(e.getMessage())) {
            trouble = e.getMessage();
            LOG.warn("stream {} cannot be read, trying again: {}", name(), trouble);
        }
    }

    long nextPoll(long now) {
        return schedule.nextPoll(now);
    }

    /** Everything that was read has had its effect. */
    void commit() {
        if (tail.delivered().sequence() > cursor.position().sequence()) {
            cursor.moveTo(tail.delivered());
        }
    }

    @Override
    public void onRecord(RecordView record) {
        lastTime = record.sampleTime();
        show(record);
    }

    private void show(RecordView record) {
        engine.sample(name(), record.sampleTime(), record.sequence(), readings.of(record));
    }

    @Override
    public void onGap(Gap gap) {
        LOG.warn("stream {}: records {} to {} are missing", name(), gap.first(), gap.last());
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("stream {}: damage in {}", name(), damage);
    }

    @Override
    public void close() {
        tail.close();
    }

    /** Shows records up to a number, and tells the newest time. */
    private final class Recall implements TailListener {
        private final long upTo;
        private long newestTime;
        private boolean isShowing;
        private boolean isDone;

        private Recall(long upTo) {
            this.upTo = upTo;
        }

        @Override
        public void onRecord(RecordView record) {
            newestTime = record.sampleTime();
            isDone = record.sequence() > upTo;
            if (isShowing && !isDone) {
                show(record);
            }
        }

        // Whoever read it the first time has told it.
        @Override
        public void onGap(Gap gap) {
            LOG.debug("stream {}: records {} to {} are missing", name(), gap.first(), gap.last());
        }

        @Override
        public void onDamage(Damage damage) {
            LOG.debug("stream {}: damage in {}", name(), damage);
        }
    }
}
