package io.hostpulse.broker.control;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the alerter's journal once, and counts what it cannot read. Belongs to one thread. */
final class JournalScan implements TailListener {

    private static final Logger LOG = LoggerFactory.getLogger(JournalScan.class);

    /** Everything there is. */
    static final long BEGINNING = Long.MIN_VALUE;

    private final PayloadReader reader = new PayloadReader();
    private final BiConsumer<String, Fields> entries;
    private long missing;

    private JournalScan(BiConsumer<String, Fields> entries) {
        this.entries = entries;
    }

    /**
     * Reads from a time on.
     *
     * @param directory the stream {@code alerts}
     * @param from epoch nanoseconds
     * @param entries takes what kind of entry it is, and the entry
     * @return how many entries could not be read
     */
    static long read(Path directory, long from, BiConsumer<String, Fields> entries) {
        JournalScan scan = new JournalScan(entries);
        if (StreamDescriptor.isIn(directory)) {
            try (SnapshotTail tail = open(directory, from)) {
                while (tail.poll(scan)) {
                    // until the end
                }
            }
        }
        return scan.missing;
    }

    private static SnapshotTail open(Path directory, long from) {
        return from == BEGINNING
                ? SnapshotTail.after(directory, Position.START)
                : SnapshotTail.fromTime(directory, from);
    }

    @Override
    public void onRecord(RecordView record) {
        try {
            Fields entry = reader.read(record.payloadCopy());
            entry.get("entry")
                    .filter(Value.Text.class::isInstance)
                    .ifPresent(kind -> entries.accept(((Value.Text) kind).value(), entry));
        } catch (RecordFormatException e) {
            missing++;
            LOG.debug("entry {} of the alerts is passed over: {}", record.sequence(), e.getMessage());
        }
    }

    @Override
    public void onGap(Gap gap) {
        missing += gap.count();
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("the alerts are damaged: {}", damage);
    }
}
