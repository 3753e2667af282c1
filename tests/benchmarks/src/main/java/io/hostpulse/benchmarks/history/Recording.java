package io.hostpulse.benchmarks.history;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stream really said for a while.
 *
 * @param stream which one
 * @param interval nanoseconds between two samples
 * @param samples its snapshots
 */
record Recording(StreamName stream, long interval, List<Fields> samples) {

    /** With fewer there is nothing to see of how values change. */
    private static final int FEWEST = 5;

    /** Reads every stream of measurements below a folder of queues. */
    static List<Recording> all(Path queues) throws IOException {
        try (Stream<Path> folders = Files.list(queues)) {
            return folders.sorted()
                    .filter(folder -> !folder.endsWith("alerts"))
                    .map(Recording::read)
                    .filter(recording -> recording.samples.size() >= FEWEST)
                    .toList();
        }
    }

    private static Recording read(Path queue) {
        Taken taken = new Taken();
        try (SnapshotTail tail = SnapshotTail.after(queue, Position.START)) {
            while (tail.poll(taken)) {
                // until the end
            }
        }
        StreamName stream = new StreamName(queue.getFileName().toString());
        return new Recording(stream, taken.interval(), taken.samples);
    }

    private static final class Taken implements TailListener {

        private final PayloadReader reader = new PayloadReader();
        private final List<Fields> samples = new ArrayList<>();
        private long first;
        private long last;

        @Override
        public void onRecord(RecordView record) {
            if (record.kind() == RecordKind.OK) {
                samples.add(reader.read(record.payloadCopy()));
                first = first == 0 ? record.sampleTime() : first;
                last = record.sampleTime();
            }
        }

        // Streams are sampled at multiples of 100 ms.
        long interval() {
            double mean = (double) (last - first) / Math.max(1, samples.size() - 1);
            return Math.max(1, Math.round(mean / 1e8)) * 100_000_000L;
        }

        @Override
        public void onGap(Gap gap) {
            throw new IllegalStateException("the recording has a gap: " + gap);
        }

        @Override
        public void onDamage(Damage damage) {
            throw new IllegalStateException("the recording is damaged: " + damage);
        }
    }
}
