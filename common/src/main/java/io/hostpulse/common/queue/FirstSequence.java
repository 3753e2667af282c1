package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/** Finds the number of the oldest record in some files of a queue, without touching the queue. */
final class FirstSequence {

    private final RollCycle roll;
    private final ExcerptTailer tailer;
    private final DocumentBytes document = new DocumentBytes();
    private final RecordView view = new RecordView();

    private FirstSequence(RollCycle roll, ExcerptTailer tailer) {
        this.roll = roll;
        this.tailer = tailer;
    }

    /** Empty when there is no whole record in any of the files. */
    static OptionalLong in(List<RollFile> files, Path directory, ChronicleFiles settings) {
        try (SingleChronicleQueue queue = settings.openForReading(directory);
                ExcerptTailer tailer = queue.createTailer()) {
            FirstSequence probe = new FirstSequence(settings.rollCycle(), tailer);
            return files.stream()
                    .map(file -> probe.in(file.cycle()))
                    .filter(OptionalLong::isPresent)
                    .findFirst()
                    .orElse(OptionalLong.empty());
        }
    }

    // Damaged records had numbers too.
    private OptionalLong in(int cycle) {
        boolean any = tailer.moveToIndex(roll.toIndex(cycle, 0));
        for (int damaged = 0; any && document.readNext(tailer) && isIn(cycle); damaged++) {
            try {
                return OptionalLong.of(view.wrap(document.bytes()).sequence() - damaged);
            } catch (RecordFormatException e) {
                continue;
            }
        }
        return OptionalLong.empty();
    }

    private boolean isIn(int cycle) {
        return roll.toCycle(document.index()) == cycle;
    }
}
