package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads one stream in order, at its own pace, without touching it: it opens the queue's files for reading and nothing else,
 * so it can neither hurt the queue nor hold up its writer, and it depends on no index. It checks every record's checksum and
 * sequence: what is missing or damaged is told, what comes twice is dropped. It allocates nothing for a record that is no longer
 * than those before it. Used by one thread.
 */
public final class SnapshotTail implements AutoCloseable {

    private static final long UNKNOWN = 0;

    private final RollFiles files;
    private Optional<RollFileReader> reader;
    private Optional<Object> identity = Optional.empty();
    private boolean hadSuccessor;
    private long expected;
    private long deliveredSequence;
    private long deliveredIndex;

    private SnapshotTail(RollFiles files, Optional<RollFileReader> reader, Position delivered) throws IOException {
        this.files = files;
        this.deliveredSequence = delivered.sequence();
        this.deliveredIndex = delivered.index();
        this.expected = delivered.sequence() == 0 ? UNKNOWN : delivered.sequence() + 1;
        this.reader = reader;
        remember();
    }

    /**
     * Opens a stream behind its newest record: only what comes from now on is delivered.
     *
     * @param directory the stream's directory
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromEnd(Path directory) {
        return open(directory, ChronicleFiles.HOURLY, Position.START, TailStart::newest);
    }

    /**
     * Opens a stream at the last few records.
     *
     * @param directory the stream's directory
     * @param count how many of the newest records to begin with
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromLast(Path directory, int count) {
        return fromLast(directory, count, ChronicleFiles.HOURLY);
    }

    static SnapshotTail fromLast(Path directory, int count, ChronicleFiles files) {
        return open(directory, files, Position.START, start -> count == 0 ? start.newest() : start.last(count));
    }

    /**
     * Opens a stream at a time.
     *
     * @param directory the stream's directory
     * @param epochNanos the first record delivered is the oldest one whose sample time is not before this
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail fromTime(Path directory, long epochNanos) {
        return fromTime(directory, epochNanos, ChronicleFiles.HOURLY);
    }

    static SnapshotTail fromTime(Path directory, long epochNanos, ChronicleFiles files) {
        return open(directory, files, Position.START, start -> start.atTime(epochNanos));
    }

    /**
     * Opens a stream behind a consumer's last position, or at its oldest record. What was removed in the meantime is told as
     * a gap.
     *
     * @param directory the stream's directory
     * @param position the last record the consumer is done with; {@link Position#START} for everything there is
     * @return the open tail
     * @throws QueueException when there is no such stream
     */
    public static SnapshotTail after(Path directory, Position position) {
        return after(directory, position, ChronicleFiles.HOURLY);
    }

    static SnapshotTail after(Path directory, Position position, ChronicleFiles files) {
        return open(directory, files, position, start -> behind(start, position));
    }

    private static Optional<RollFileReader> behind(TailStart start, Position position) throws IOException {
        if (position.sequence() == 0) {
            return start.oldest();
        }
        Optional<RollFileReader> known = start.behind(position);
        return known.isPresent() ? known : start.atSequence(position.sequence() + 1);
    }

    private static SnapshotTail open(Path directory, ChronicleFiles chronicle, Position position, Start start) {
        if (!StreamDescriptor.isIn(directory)) {
            throw new QueueException("there is no stream in " + directory + ": its writer has not started yet");
        }
        RollFiles files = new RollFiles(directory, chronicle.rollCycle());
        try {
            return new SnapshotTail(files, start.open(new TailStart(files)), position);
        } catch (IOException e) {
            throw new QueueException("stream in " + directory + " cannot be read: " + e, e);
        }
    }

    /**
     * Delivers the next record, if there is one. When the listener throws, the record counts as delivered; a consumer that
     * must not lose it does not save {@link #delivered()} and opens the tail again.
     *
     * @param listener takes the record and what is missing before it
     * @return whether there was a record, whole or not; when false, the end is reached
     * @throws QueueException when the files cannot be read
     */
    public boolean poll(TailListener listener) {
        try {
            return (reader.isPresent() || goOn(files.after(-1))) && step(listener);
        } catch (IOException e) {
            throw new QueueException("stream in " + files.directory() + " cannot be read: " + e, e);
        }
    }

    private boolean step(TailListener listener) throws IOException {
        RollFileReader current = reader.get();
        Found found = current.next();
        while (isOver(found) && goOn(files.after(current.file().cycle()))) {
            current = reader.get();
            found = current.next();
        }
        if (found == Found.RECORD) {
            deliver(current, listener);
        } else if (found == Found.DAMAGE) {
            listener.onDamage(damageIn(current));
        }
        return found == Found.RECORD || found == Found.DAMAGE;
    }

    // A file that had a successor when it was opened gets nothing more, whether its end was written or cut off.
    private boolean isOver(Found found) {
        return found == Found.END_OF_FILE || (found == Found.NOTHING_YET && hadSuccessor);
    }

    private static Damage damageIn(RollFileReader current) {
        return new Damage(current.file().path().getFileName().toString(), current.offset(), current.damage());
    }

    private void deliver(RollFileReader current, TailListener listener) {
        RecordView record = current.record();
        long sequence = record.sequence();
        if (expected != UNKNOWN && sequence < expected) {
            return;
        }
        if (expected != UNKNOWN && sequence > expected) {
            listener.onGap(new Gap(expected, sequence - 1));
        }
        expected = sequence + 1;
        deliveredSequence = sequence;
        deliveredIndex = Position.index(current.file().cycle(), current.offset());
        listener.onRecord(record);
    }

    /** Opens another file; tells whether there was one. */
    private boolean goOn(Optional<RollFile> file) throws IOException {
        if (file.isEmpty()) {
            return false;
        }
        use(Optional.of(new RollFileReader(file.get())));
        return true;
    }

    private void use(Optional<RollFileReader> opened) throws IOException {
        if (reader.isPresent()) {
            reader.get().close();
        }
        reader = opened;
        remember();
    }

    private void remember() throws IOException {
        if (reader.isPresent()) {
            RollFile file = reader.get().file();
            identity = FileIdentity.of(file.path());
            hadSuccessor = files.after(file.cycle()).isPresent();
        }
    }

    /**
     * Looks whether somebody changed the files under this tail; to be called about once a second by whoever follows a live
     * stream, when {@link #poll} finds nothing. A file that was removed or replaced is told as damage, and a writer that went
     * on without ending its last file is followed.
     *
     * @param listener takes what is found
     * @return whether {@link #poll} should be called again now
     * @throws QueueException when the files cannot be read
     */
    public boolean inspect(TailListener listener) {
        try {
            if (reader.isEmpty()) {
                return false;
            }
            RollFile current = reader.get().file();
            if (!FileIdentity.of(current.path()).equals(identity)) {
                listener.onDamage(new Damage(
                        current.path().getFileName().toString(),
                        0,
                        "the file was removed or replaced while it was read"));
                use(new TailStart(files).atSequence(Math.max(1, expected)));
                return reader.isPresent();
            }
            Optional<RollFile> newer = files.after(current.cycle());
            // Once there is a newer file, nothing more comes into this one; but something may have come since the last
            // poll.
            return newer.isPresent() && (step(listener) || goOn(newer));
        } catch (IOException e) {
            throw new QueueException("stream in " + files.directory() + " cannot be inspected: " + e, e);
        }
    }

    /**
     * Tells whether there is a file to read from. As long as there is none, each {@link #poll} lists the stream's directory.
     *
     * @return whether the stream has had a record
     */
    public boolean hasFile() {
        return reader.isPresent();
    }

    /**
     * Tells where this tail stands.
     *
     * @return the last record delivered
     */
    public Position delivered() {
        return new Position(deliveredSequence, deliveredIndex);
    }

    @Override
    public void close() {
        try {
            use(Optional.empty());
        } catch (IOException e) {
            throw new QueueException("stream in " + files.directory() + " was not closed: " + e, e);
        }
    }

    @FunctionalInterface
    private interface Start {
        Optional<RollFileReader> open(TailStart start) throws IOException;
    }
}
