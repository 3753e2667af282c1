package io.hostpulse.alerter.replay;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.OptionalLong;

/** When the first record of a stream was sampled, and when the last. */
final class StreamEnds implements TailListener {

    private OptionalLong time = OptionalLong.empty();

    private StreamEnds() {}

    static OptionalLong oldest(Path directory) {
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            return first(tail);
        } catch (QueueException unreadable) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong newest(Path directory) {
        try (SnapshotTail tail = SnapshotTail.fromLast(directory, 1)) {
            return first(tail);
        } catch (QueueException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong first(SnapshotTail tail) {
        StreamEnds ends = new StreamEnds();
        boolean more = true;
        while (ends.time.isEmpty() && more) {
            more = tail.poll(ends);
        }
        return ends.time;
    }

    @Override
    public void onRecord(RecordView record) {
        time = OptionalLong.of(record.sampleTime());
    }

    // What is wrong with the stream is told by whoever reads all of it.
    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onDamage(Damage damage) {}
}
