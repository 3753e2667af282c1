package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.watch.RecordedReadings;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.time.Duration;

/** One stream of a recording from a time on, of which only the next record is in memory. Not thread-safe. */
final class RecordedStream implements TailListener, AutoCloseable {

    /** A record that comes later than this many intervals was not only late. */
    private static final int LATE = 3;

    private final StreamDescriptor descriptor;
    private final SnapshotTail tail;
    private final StreamFindings findings = new StreamFindings();
    private final RecordedReadings readings = new RecordedReadings();
    private boolean isAwaited;
    private long reached;
    private Sample next;

    private RecordedStream(StreamDescriptor descriptor, SnapshotTail tail, boolean isAwaited, long from) {
        this.descriptor = descriptor;
        this.tail = tail;
        this.isAwaited = isAwaited;
        this.reached = from;
    }

    /** Opens it at the first record that was sampled at a time or later. */
    static RecordedStream open(Path directory, StreamDescriptor descriptor, long from) {
        boolean begunBefore = StreamEnds.oldest(directory).orElse(Long.MAX_VALUE) < from;
        RecordedStream stream =
                new RecordedStream(descriptor, SnapshotTail.fromTime(directory, from), begunBefore, from);
        stream.findNext();
        return stream;
    }

    StreamName name() {
        return descriptor.name();
    }

    Duration interval() {
        return descriptor.interval();
    }

    /** Whether a record should come because others were there; a stream that is new is not waited for. */
    boolean isAwaited() {
        return isAwaited;
    }

    /** The next record; null at the end. */
    Sample next() {
        return next;
    }

    StreamFindings findings() {
        return findings;
    }

    /** Gives the next record away. */
    Sample take() {
        Sample taken = next;
        findings.record();
        reach(taken.time());
        isAwaited = true;
        findNext();
        return taken;
    }

    /** Looks whether there was nothing for too long before a time. */
    void reach(long time) {
        long interval = interval().toNanos();
        if (isAwaited && interval > 0 && time - reached > LATE * interval) {
            findings.hole(reached, time);
        }
        reached = time;
    }

    private void findNext() {
        next = null;
        try {
            boolean more = true;
            while (next == null && more) {
                more = tail.poll(this);
            }
        } catch (QueueException e) {
            findings.broken(e.getMessage());
        }
    }

    @Override
    public void onRecord(RecordView record) {
        next = new Sample(name(), record.sampleTime(), record.sequence(), readings.of(record));
    }

    @Override
    public void onGap(Gap gap) {
        findings.gap(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        findings.damage(damage);
    }

    @Override
    public void close() {
        tail.close();
    }
}
