package io.hostpulse.alerter.journal;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.DiskFailedException;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes entries to the stream {@code alerts} and into the memory. An entry counts once {@link #write} has returned. One thread owns it. */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final StreamWriter stream;
    private final Memory memory;
    private final PayloadWriter payloads = new PayloadWriter();

    /**
     * Goes on with a journal.
     *
     * @param stream where entries go; closed with the journal
     * @param memory what the stream's entries so far have told
     */
    public Journal(StreamWriter stream, Memory memory) {
        this.stream = stream;
        this.memory = memory;
    }

    /**
     * Folds everything that is in a stream.
     *
     * @param directory the stream's directory
     * @return what it tells; nothing when there is no such stream yet
     */
    public static Memory remember(Path directory) {
        Memory memory = new Memory();
        read(directory, new Folding(memory));
        return memory;
    }

    /**
     * Reads everything that is in a stream. An entry that cannot be understood is passed over: what is known without it is still
     * worth having.
     *
     * @param directory the stream's directory; nothing is read when there is no such stream yet
     * @param listener takes the entries
     */
    public static void read(Path directory, EntryListener listener) {
        if (StreamDescriptor.isIn(directory)) {
            try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
                Parsing parsing = new Parsing(listener, new PayloadReader());
                while (tail.poll(parsing)) {
                    // until the end
                }
            }
        }
    }

    /**
     * Writes an entry.
     *
     * @param at when it happened, epoch nanoseconds
     * @param entry what happened
     * @throws ProcessFailure when the disk is full; nothing that follows from the entry may happen, so the process has to end
     */
    public void write(long at, Entry entry) {
        try {
            if (!stream.append(RecordKind.OK, at, payloads.write(EntryFields.of(entry)))) {
                throw ProcessFailure.temporary("the disk has no room for the journal of alerts: make room", null);
            }
        } catch (DiskFailedException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        }
        memory.take(entry);
    }

    /**
     * Gives what is known.
     *
     * @return the memory, up to the newest entry
     */
    public Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        stream.close();
    }

    /** What a start learns of the time before. */
    private record Folding(Memory memory) implements EntryListener {

        @Override
        public void onEntry(long at, Entry entry) {
            memory.take(entry);
        }

        @Override
        public void onTrouble(String what) {
            LOG.warn("{}", what);
        }
    }

    /** Turns records into entries. */
    private record Parsing(EntryListener listener, PayloadReader reader) implements TailListener {

        @Override
        public void onRecord(RecordView record) {
            Entry entry;
            try {
                entry = EntryFields.parse(reader.read(record.payloadCopy()));
            } catch (RecordFormatException e) {
                listener.onTrouble("entry " + record.sequence() + " of the journal is passed over: " + e.getMessage());
                return;
            }
            listener.onEntry(record.sampleTime(), entry);
        }

        @Override
        public void onGap(Gap gap) {
            listener.onTrouble("entries " + gap.first() + " to " + gap.last() + " of the journal are missing");
        }

        @Override
        public void onDamage(Damage damage) {
            listener.onTrouble("the journal is damaged: " + damage);
        }
    }
}
