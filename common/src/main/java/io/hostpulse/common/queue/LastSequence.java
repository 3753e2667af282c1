package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;

/** Finds the sequence with which a new writer must go on. */
final class LastSequence {

    private LastSequence() {}

    /**
     * Walks back from the end to the newest record that is whole. The damaged ones behind it had numbers of their own, which
     * must not be given to other records: readers may have seen them before they were damaged.
     *
     * @return the newest sequence ever used; 0 in an empty queue
     */
    static long in(ChronicleQueue queue) {
        DocumentBytes documents = new DocumentBytes();
        RecordView view = new RecordView();
        try (ExcerptTailer tailer =
                queue.createTailer().direction(TailerDirection.BACKWARD).toEnd()) {
            long damaged = 0;
            while (documents.readNext(tailer)) {
                try {
                    return view.wrap(documents.bytes()).sequence() + damaged;
                } catch (RecordFormatException e) {
                    damaged++;
                }
            }
            return damaged;
        }
    }
}
