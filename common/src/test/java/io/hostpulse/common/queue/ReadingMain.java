package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordView;
import java.nio.file.Path;

/** Reads a whole queue and counts what it gets: {@code ReadingMain DIR}. */
public final class ReadingMain {

    private static final int PAYLOAD_LENGTH = 2011;

    private ReadingMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        Counts counts = new Counts();
        try (SnapshotTail tail = SnapshotTail.after(Path.of(args[0]), Position.START)) {
            while (tail.poll(counts)) {
                // until the end
            }
        }
        System.out.println("read " + counts.records + " records, " + counts.truncated + " of them truncated, "
                + counts.missing + " missing, " + counts.damaged + " damaged");
    }

    private static final class Counts implements TailListener {
        private int records;
        private int truncated;
        private int damaged;
        private long missing;

        @Override
        public void onRecord(RecordView record) {
            records++;
            truncated += record.payloadText().length() == PAYLOAD_LENGTH ? 0 : 1;
        }

        @Override
        public void onGap(Gap gap) {
            missing += gap.count();
        }

        @Override
        public void onDamage(Damage damage) {
            damaged++;
        }
    }
}
