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
        if (StreamDescriptor.isIn(directory)) {
            try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
                Folding folding = new Folding(memory);
                while (tail.poll(folding)) {
                    // until the end
                }
            }
        }
        return memory;
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

    /** Reads entries back. One that cannot be understood is passed over: what is known without it is still worth having. */
    private record Folding(Memory memory, PayloadReader reader) implements TailListener {

        private Folding(Memory memory) {
            this(memory, new PayloadReader());
        }

        @Override
        public void onRecord(RecordView record) {
            try {
                memory.take(EntryFields.parse(reader.read(record.payloadCopy())));
            } catch (RecordFormatException e) {
                LOG.warn("entry {} of the journal is passed over: {}", record.sequence(), e.getMessage());
            }
        }

        @Override
        public void onGap(Gap gap) {
            LOG.warn("entries {} to {} of the journal are missing", gap.first(), gap.last());
        }

        @Override
        public void onDamage(Damage damage) {
            LOG.warn("the journal is damaged: {}", damage);
        }
    }
}
