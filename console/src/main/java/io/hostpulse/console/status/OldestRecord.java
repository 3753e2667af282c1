package io.hostpulse.console.status;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first record of a stream that is still there.
 *
 * @param sequence its number
 * @param sampleTime when it was taken, epoch nanoseconds
 */
record OldestRecord(long sequence, long sampleTime) {

    static Optional<OldestRecord> of(Path directory) {
        First first = new First();
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            // Damaged records may come before the first whole one.
            while (first.found.isEmpty() && tail.poll(first)) {
                continue;
            }
        }
        return first.found;
    }

    private static final class First implements TailListener {

        private Optional<OldestRecord> found = Optional.empty();

        @Override
        public void onRecord(RecordView record) {
            found = Optional.of(new OldestRecord(record.sequence(), record.sampleTime()));
        }

        @Override
        public void onGap(Gap gap) {}

        @Override
        public void onDamage(Damage damage) {}
    }
}
