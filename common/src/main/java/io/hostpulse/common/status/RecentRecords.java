package io.hostpulse.common.status;

import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.common.status.StreamStatus.Recent;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at the newest records of a stream. */
final class RecentRecords implements TailListener {

    private static final int WINDOW = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private int count;
    private long oldestTime;
    private long oldestSequence;
    private long newestTime;
    private long newestSequence;
    private RecordKind kind = RecordKind.OK;
    private byte[] payload = {};

    static Optional<Recent> of(Path directory) {
        RecentRecords records = new RecentRecords();
        try (SnapshotTail tail = SnapshotTail.fromLast(directory, WINDOW)) {
            // A fast writer must not keep us here for ever.
            for (int i = 0; i < 2 * WINDOW && tail.poll(records); i++) {
                continue;
            }
        }
        return records.count == 0 ? Optional.empty() : Optional.of(records.recent());
    }

    @Override
    public void onRecord(RecordView record) {
        if (count++ == 0) {
            oldestTime = record.sampleTime();
            oldestSequence = record.sequence();
        }
        newestTime = record.sampleTime();
        newestSequence = record.sequence();
        kind = record.kind();
        payload = record.payloadCopy();
    }

    /** The sequence numbers on both sides of it count what is missing. */
    @Override
    public void onGap(Gap gap) {}

    /** Shown by 'tail', which has room for it. */
    @Override
    public void onDamage(Damage damage) {}

    private Recent recent() {
        return new Recent(newestSequence, newestTime, kind, reason(), perSecond(), isStopped());
    }

    private Optional<Double> perSecond() {
        long nanos = newestTime - oldestTime;
        return nanos <= 0
                ? Optional.empty()
                : Optional.of((newestSequence - oldestSequence) * NANOS_PER_SECOND / nanos);
    }

    private boolean isStopped() {
        return kind == RecordKind.UNAVAILABLE && Reason.stateIn(payload).equals(Stop.STATE);
    }

    private Optional<String> reason() {
        return kind == RecordKind.OK ? Optional.empty() : Optional.of(Reason.in(payload));
    }
}
