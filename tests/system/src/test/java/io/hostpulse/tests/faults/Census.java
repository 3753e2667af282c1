package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.FaultStream;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;

/** Reads a stream in this process, into a log as children fill it. */
final class Census implements TailListener {

    private final ReaderLog log = new ReaderLog();

    /** A complete fresh read. */
    static ReaderLog of(Path stream) {
        try (SnapshotTail tail = FaultStream.tail(stream, Position.START)) {
            return new Census().readOn(tail);
        }
    }

    /** A complete fresh read of a stream whose files roll every hour. */
    static ReaderLog ofHourly(Path stream) {
        try (SnapshotTail tail = SnapshotTail.after(stream, Position.START)) {
            return new Census().readOn(tail);
        }
    }

    /** Reads what is there now. */
    ReaderLog readOn(SnapshotTail tail) {
        while (tail.poll(this) || tail.inspect(this)) {
            // until the end
        }
        return log;
    }

    @Override
    public void onRecord(RecordView record) {
        log.saw(record.sequence(), Payload.tokenIn(record.payloadText()));
    }

    @Override
    public void onGap(Gap gap) {
        log.missed(gap);
    }

    @Override
    public void onDamage(Damage damage) {
        log.damaged("damage " + damage);
    }
}
