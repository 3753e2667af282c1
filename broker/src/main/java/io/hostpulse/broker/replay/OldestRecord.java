package io.hostpulse.broker.replay;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;

/** The oldest record that is kept of a stream. */
final class OldestRecord implements TailListener {

    private long sequence;
    private long sampleTime;

    static OldestRecord of(Path directory) {
        OldestRecord oldest = new OldestRecord();
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            boolean isMore = true;
            while (oldest.sequence == 0 && isMore) {
                isMore = tail.poll(oldest);
            }
        }
        return oldest;
    }

    long sequence() {
        return sequence;
    }

    long sampleTime() {
        return sampleTime;
    }

    /** Whether nothing was removed before it; also when there is no record at all. */
    boolean isFirstEver() {
        return sequence <= 1;
    }

    @Override
    public void onRecord(RecordView record) {
        sequence = record.sequence();
        sampleTime = record.sampleTime();
    }

    @Override
    public void onGap(Gap gap) {
        // Nothing is known before the oldest.
    }

    @Override
    public void onDamage(Damage damage) {
        // What is behind it is the oldest that is kept.
    }
}
