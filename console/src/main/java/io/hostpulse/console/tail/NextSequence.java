package io.hostpulse.console.tail;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.util.OptionalLong;

/** Finds the number of the record at which a tail begins. */
final class NextSequence implements TailListener {

    private OptionalLong found = OptionalLong.empty();

    static OptionalLong of(SnapshotTail tail) {
        NextSequence next = new NextSequence();
        try (tail) {
            // Damage may come before it.
            while (next.found.isEmpty() && tail.poll(next)) {
                continue;
            }
        }
        return next.found;
    }

    @Override
    public void onRecord(RecordView record) {
        found = OptionalLong.of(record.sequence());
    }

    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onDamage(Damage damage) {}
}
