package io.hostpulse.broker.replay;

import io.hostpulse.broker.feed.Sample;
import io.hostpulse.broker.subscription.Place;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream, read from a place up to where a group has come. Its files are open only while it is read. Used by the replaying thread.
 */
final class StreamReplay implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReplay.class);

    private final StreamName name;
    private final Path directory;
    private final Deque<Found> found = new ArrayDeque<>();
    private Optional<SnapshotTail> tail = Optional.empty();
    private Place place;

    StreamReplay(StreamName name, Path directory, Place place) {
        this.name = name;
        this.directory = directory;
        this.place = place;
    }

    StreamName name() {
        return name;
    }

    /** The last record that was taken. */
    Place place() {
        return place;
    }

    /**
     * Looks whether the place is still what it was, and begins at another when it is not.
     *
     * @return what cannot be had any more; empty when nothing is lost
     */
    Optional<String> begin() {
        try {
            return place.sequence() == 0 ? beginAtTime() : beginBehindRecord();
        } catch (QueueException e) {
            LOG.warn("stream {} cannot be replayed: {}", name, e.getMessage());
            return Optional.of("stream " + name + " cannot be read");
        }
    }

    private Optional<String> beginAtTime() {
        OldestRecord oldest = OldestRecord.of(directory);
        return oldest.isFirstEver() || oldest.sampleTime() <= place.time()
                ? Optional.empty()
                : Optional.of("stream " + name + " is kept from record " + oldest.sequence() + " on");
    }

    private Optional<String> beginBehindRecord() {
        long known = place.sequence();
        open(SnapshotTail.after(directory, new Position(known - 1, 0)));
        fill();
        found.removeIf(Found.Missing.class::isInstance);
        if (!(found.peek() instanceof Found.Record first)) {
            return beginAnew("has no record " + known);
        }
        long next = first.sequence();
        long time = first.sample().sampleTime();
        if (next == known && time == place.time()) {
            found.remove();
            return Optional.empty();
        }
        if (next == known || time < place.time()) {
            return beginAnew("has another record " + known);
        }
        if (next == known + 1) {
            return Optional.empty();
        }
        found.addFirst(new Found.Missing(new Gap(known + 1, next - 1)));
        return Optional.of("stream " + name + ": records " + (known + 1) + " to " + (next - 1) + " are no longer kept");
    }

    private Optional<String> beginAnew(String why) {
        place = new Place(0, place.time() + 1);
        close();
        return Optional.of("stream " + name + " " + why + ": it began anew");
    }

    /** What comes next, up to where a group has come. */
    Optional<Found> peek(Place limit) {
        if (place.sequence() >= limit.sequence() || place.sequence() == 0 && limit.time() < place.time()) {
            return Optional.empty();
        }
        for (int attempt = 0; found.isEmpty() && attempt < 2; attempt++) {
            read();
        }
        if (found.isEmpty()) {
            // The group was sent it, so it was there: it has been removed since.
            found.add(new Found.Missing(new Gap(Math.max(1, place.sequence() + 1), limit.sequence())));
        }
        return Optional.of(found.peek()).filter(next -> next.sequence() <= limit.sequence());
    }

    // A file may have been ended or removed behind this tail's back: then another tail finds what there is.
    private void read() {
        try {
            if (tail.isEmpty()) {
                open(
                        place.sequence() == 0
                                ? SnapshotTail.fromTime(directory, place.time())
                                : SnapshotTail.after(directory, new Position(place.sequence(), 0)));
            }
            fill();
        } catch (QueueException e) {
            LOG.warn("stream {} cannot be replayed: {}", name, e.getMessage());
        }
        if (found.isEmpty()) {
            close();
        }
    }

    private void open(SnapshotTail opened) {
        close();
        tail = Optional.of(opened);
    }

    private void fill() {
        boolean isMore = true;
        while (found.isEmpty() && isMore) {
            isMore = tail.orElseThrow().poll(this);
        }
    }

    Found take() {
        Found next = found.remove();
        place = next instanceof Found.Record record
                ? new Place(record.sequence(), record.sample().sampleTime())
                : new Place(((Found.Missing) next).gap().last(), place.time());
        return next;
    }

    @Override
    public void onRecord(RecordView record) {
        found.add(new Found.Record(Sample.of(record)));
    }

    @Override
    public void onGap(Gap gap) {
        found.add(new Found.Missing(gap));
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.debug("stream {}: damage in {}", name, damage); // what it cost is told as a gap
    }

    @Override
    public void close() {
        found.clear();
        tail.ifPresent(SnapshotTail::close);
        tail = Optional.empty();
    }
}
