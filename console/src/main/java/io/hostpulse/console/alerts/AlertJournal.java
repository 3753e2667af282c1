package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.console.payload.RecordFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stream {@code alerts}: all that the alerter did, in its order.
 *
 * @param directory the stream's directory
 */
public record AlertJournal(Path directory) {

    private static final StreamName NAME = new StreamName("alerts");

    /** The largest entries by far, and nobody here asks for them; what they decided is told by the others. */
    private static final ByteBuffer ROUTED = ByteBuffer.wrap("{\"entry\":\"routed\"".getBytes(StandardCharsets.UTF_8));

    /** A journal that is broken throughout says the same thing again and again. */
    private static final int MOST_TROUBLE = 5;

    /**
     * Finds the journal.
     *
     * @param data the data directory
     * @return the journal, which need not exist
     */
    public static AlertJournal in(DataDirectory data) {
        return new AlertJournal(new QueueDirectory(data.queues()).of(NAME));
    }

    /**
     * Tells whether the alerter has ever written here.
     *
     * @return whether there is a journal
     */
    public boolean exists() {
        return StreamDescriptor.isIn(directory);
    }

    /**
     * Reads everything.
     *
     * @param listener takes it
     * @return what is missing or damaged, in sentences; nothing when all is well
     */
    List<String> read(JournalListener listener) {
        if (!exists()) {
            return List.of();
        }
        Entries entries = new Entries(listener);
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            while (tail.poll(entries)) {
                continue;
            }
        }
        return entries.trouble;
    }

    private static final class Entries implements TailListener {

        private final JournalListener listener;
        private final PayloadReader payloads = new PayloadReader();
        private final List<String> trouble = new ArrayList<>();

        private Entries(JournalListener listener) {
            this.listener = listener;
        }

        @Override
        public void onRecord(RecordView record) {
            ByteBuffer payload = record.payload();
            int common = payload.mismatch(ROUTED);
            if (common >= 0 && common < ROUTED.limit()) {
                try {
                    take(new RecordFields(payloads.read(record.payloadCopy())));
                } catch (RecordFormatException e) {
                    complain("entry " + record.sequence() + " cannot be understood: " + e.getMessage());
                }
            }
        }

        private void take(RecordFields entry) {
            switch (entry.text("entry").orElse("")) {
                case "changed" ->
                    listener.onChange(new Change(
                            entry.text("event").orElse(""),
                            AlertFields.parse(entry.fields()),
                            entry.text("reason").orElse(""),
                            entry.inner("context")));
                case "done" -> listener.onDelivery(Delivery.of(entry.inner("receipt")));
                case "ordered" -> takeOrder(entry);
                default -> {
                    // A newer alerter may tell more.
                }
            }
        }

        private void takeOrder(RecordFields entry) {
            if (entry.text("refusal").equals(Optional.of(""))) {
                listener.onDemand(Demand.of(entry.inner("order")));
            }
        }

        @Override
        public void onGap(Gap gap) {
            complain("entries " + gap.first() + " to " + gap.last() + " are missing");
        }

        @Override
        public void onDamage(Damage damage) {
            complain("damage in " + damage);
        }

        private void complain(String what) {
            if (trouble.size() < MOST_TROUBLE) {
                trouble.add("the journal of alerts is incomplete, and so may be what is shown: " + what);
            }
        }
    }
}
