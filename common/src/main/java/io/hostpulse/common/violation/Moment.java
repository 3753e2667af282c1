package io.hostpulse.common.violation;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.Optional;

/** Looks up what a stream's newest record was at a moment. Used once. */
final class Moment implements TailListener {

    /** The journal's times end at the microsecond. */
    private static final long PRECISION = 1_000;

    private static final long LOOK_BACK = 60_000_000_000L;

    private final long time;
    private Optional<byte[]> newest = Optional.empty();
    private boolean over;

    private Moment(long time) {
        this.time = time;
    }

    /** All that was measured then, or why it cannot be told. */
    static Value of(Path stream, long time) {
        Moment moment = new Moment(time);
        try (SnapshotTail tail = SnapshotTail.fromTime(stream, time - LOOK_BACK)) {
            while (!moment.over && tail.poll(moment)) {
                // up to the moment
            }
            return moment.newest
                    .<Value>map(payload -> new PayloadReader().read(payload))
                    .orElse(new Value.Missing("no record of that moment is left"));
        } catch (QueueException | RecordFormatException e) {
            return new Value.Missing("cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void onRecord(RecordView record) {
        if (record.sampleTime() < time + PRECISION) {
            newest = Optional.of(record.payloadCopy());
        } else {
            over = true;
        }
    }

    // Whoever follows the stream tells what is missing in it.
    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onDamage(Damage damage) {}
}
