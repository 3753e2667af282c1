package io.hostpulse.prometheus.read;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.prometheus.state.Sample;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the newest record of one stream. What is missing or damaged before it is the business of those who read everything. */
final class NewestRecord implements TailListener {

    /** A writer that is faster than we read must not keep us here. */
    private static final int MOST = 16;

    private static final PayloadReader READER = new PayloadReader();

    private Optional<Sample> newest = Optional.empty();

    private NewestRecord() {}

    static Optional<Sample> of(Path directory) {
        NewestRecord found = new NewestRecord();
        try (SnapshotTail tail = SnapshotTail.fromLast(directory, 1)) {
            for (int i = 0; i < MOST && tail.poll(found); i++) {
                continue;
            }
        }
        return found.newest;
    }

    @Override
    public void onRecord(RecordView record) {
        newest = Optional.of(
                new Sample(record.kind(), record.sampleTime(), record.sequence(), READER.read(record.payloadCopy())));
    }

    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onDamage(Damage damage) {}
}
