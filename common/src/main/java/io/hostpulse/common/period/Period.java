package io.hostpulse.common.period;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.TailListener;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A part of one stream: every record sampled from a time on and before another. It ends at the latest where the stream ended when
 * the period was opened, so that an export of a live stream has an end. Used by one thread.
 */
public final class Period implements TailListener, AutoCloseable {

    private final StreamPlace place;
    private final Optional<Long> from;
    private final long to;
    private final long newest;
    private final SnapshotTail tail;
    private final Consumer<String> trouble;
    private Optional<ExportRecord> next = Optional.empty();
    private boolean over;
    private long gap;
    private long missing;
    private long first;
    private long latest;
    private long firstTime;
    private long latestTime;

    /**
     * Opens a part of a stream.
     *
     * @param place the stream
     * @param from the first record is the oldest one not sampled before this, epoch nanoseconds; absent for all there is
     * @param to it ends before the first record not sampled before this, epoch nanoseconds
     * @param trouble is told what is missing or damaged, in sentences
     */
    public Period(StreamPlace place, Optional<Long> from, Optional<Long> to, Consumer<String> trouble) {
        this(place, from, to.orElse(Long.MAX_VALUE), newest(place), trouble);
    }

    private Period(StreamPlace place, Optional<Long> from, long to, long newest, Consumer<String> trouble) {
        this.place = place;
        this.from = from;
        this.to = to;
        this.newest = newest;
        this.trouble = trouble;
        this.tail = from.map(time -> SnapshotTail.fromTime(place.directory(), time))
                .orElseGet(() -> SnapshotTail.after(place.directory(), Position.START));
    }

    /**
     * Opens the same part once more. It ends where this one ends: what the stream has got meanwhile is in neither.
     *
     * @param told is told what is missing or damaged, in sentences
     * @return the part from its beginning
     */
    public Period again(Consumer<String> told) {
        return new Period(place, from, to, newest, told);
    }

    private static long newest(StreamPlace place) {
        Newest newest = new Newest();
        try (SnapshotTail end = SnapshotTail.fromLast(place.directory(), 1)) {
            while (end.poll(newest)) {
                // Damage may come before it.
                continue;
            }
        }
        return newest.sequence;
    }

    /**
     * Shows the next record; the same until it is taken.
     *
     * @return the record; empty at the end
     */
    public Optional<ExportRecord> peek() {
        while (next.isEmpty() && !over) {
            over = latest >= newest || !tail.poll(this);
        }
        return next;
    }

    /**
     * Takes the record that was shown.
     *
     * @return the record
     */
    public ExportRecord take() {
        ExportRecord taken = peek().orElseThrow();
        next = Optional.empty();
        return taken;
    }

    /**
     * Tells how much of it lies behind.
     *
     * @return 0 to 1, by the numbers of the records, or by their times where the end of the period is nearer
     */
    public double share() {
        if (over || newest < first) {
            return 1;
        }
        double byNumber = (double) (latest - first + 1) / (newest - first + 1);
        double byTime = to > firstTime ? (double) (latestTime - firstTime) / ((double) to - firstTime) : 1;
        return Math.max(byNumber, byTime);
    }

    /**
     * Counts what is missing so far.
     *
     * @return records
     */
    public long missing() {
        return missing;
    }

    @Override
    public void onRecord(RecordView record) {
        latest = record.sequence();
        latestTime = record.sampleTime();
        firstTime = first == 0 ? latestTime : firstTime;
        first = first == 0 ? latest : first;
        if (latest > newest || record.sampleTime() >= to) {
            over = true;
            return;
        }
        missing += gap;
        next = Optional.of(ExportRecord.of(place.stream(), record, gap));
        gap = 0;
    }

    @Override
    public void onGap(Gap lost) {
        gap += lost.count();
        trouble.accept(place.stream() + ": records " + lost.first() + " to " + lost.last() + " are missing");
    }

    @Override
    public void onDamage(Damage damage) {
        trouble.accept(place.stream() + ": damage in " + damage);
    }

    @Override
    public void close() {
        tail.close();
    }

    private static final class Newest implements TailListener {
        private long sequence;

        @Override
        public void onRecord(RecordView record) {
            sequence = record.sequence();
        }

        @Override
        public void onGap(Gap gap) {}

        @Override
        public void onDamage(Damage damage) {}
    }
}
