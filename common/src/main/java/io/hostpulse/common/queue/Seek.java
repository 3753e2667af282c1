package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.util.List;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/** Finds places in a queue without reading all of it. */
final class Seek {

    private Seek() {}

    /** Moves to the record that has {@code count - 1} records behind it, or to the oldest. */
    static ExcerptTailer back(ExcerptTailer tailer, int count) {
        DocumentBytes document = new DocumentBytes();
        tailer.direction(TailerDirection.BACKWARD).toEnd();
        long index = 0;
        for (int found = 0; found < count && document.readNext(tailer); found++) {
            index = document.index();
        }
        tailer.direction(TailerDirection.FORWARD);
        if (count == 0 || index == 0) {
            return tailer.toEnd();
        }
        tailer.moveToIndex(index);
        return tailer;
    }

    /** Moves to the first record not sampled before a time: by halves over the files, then inside one. */
    static void toTime(SingleChronicleQueue queue, ExcerptTailer tailer, long epochNanos) {
        List<Integer> cycles = cyclesOf(queue);
        if (cycles.isEmpty()) {
            tailer.toStart();
            return;
        }
        Probe probe = new Probe(tailer);
        RollCycle roll = queue.rollCycle();
        int low = 0;
        int high = cycles.size() - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (probe.isBefore(roll.toIndex(cycles.get(middle), 0), epochNanos)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean inThisFile = tailer.moveToIndex(firstNotBefore(probe, roll, cycles.get(low), epochNanos));
        boolean inNextFile =
                inThisFile || (low + 1 < cycles.size() && tailer.moveToIndex(roll.toIndex(cycles.get(low + 1), 0)));
        if (!inNextFile) {
            tailer.toEnd();
        }
    }

    /** Moves to the oldest record of which there is a file. */
    static void toStart(SingleChronicleQueue queue, ExcerptTailer tailer) {
        List<Integer> cycles = cyclesOf(queue);
        if (cycles.isEmpty() || !tailer.moveToIndex(queue.rollCycle().toIndex(cycles.get(0), 0))) {
            tailer.toStart();
        }
    }

    private static List<Integer> cyclesOf(SingleChronicleQueue queue) {
        return new RollFiles(queue.rollCycle()).cyclesIn(queue.file().toPath());
    }

    private static long firstNotBefore(Probe probe, RollCycle roll, int cycle, long epochNanos) {
        long low = 0;
        long high = 1;
        while (probe.isBefore(roll.toIndex(cycle, high), epochNanos)) {
            low = high;
            high *= 2;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (probe.isBefore(roll.toIndex(cycle, middle), epochNanos)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return roll.toIndex(cycle, low);
    }

    /** Looks at single records. */
    private static final class Probe {

        private final ExcerptTailer tailer;
        private final DocumentBytes document = new DocumentBytes();
        private final RecordView view = new RecordView();

        Probe(ExcerptTailer tailer) {
            this.tailer = tailer;
        }

        /** A missing record is behind the end, so not before any time; a damaged one is passed over. */
        boolean isBefore(long index, long epochNanos) {
            if (!tailer.moveToIndex(index) || !document.readNext(tailer)) {
                return false;
            }
            try {
                return view.wrap(document.bytes()).sampleTime() < epochNanos;
            } catch (RecordFormatException damaged) {
                return true;
            }
        }
    }
}
