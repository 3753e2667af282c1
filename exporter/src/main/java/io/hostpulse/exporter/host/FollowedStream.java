package io.hostpulse.exporter.host;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.HighestGiven;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream, read one record ahead; its cursor moves when a record is written. Belongs to its sink's thread. */
final class FollowedStream implements TailListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedStream.class);

    private final StreamName name;
    private final Path directory;
    private final CursorFile cursor;
    private final SnapshotTail tail;
    private Optional<ExportRecord> read = Optional.empty();
    private Optional<Pulled> head = Optional.empty();
    private long first;
    private long gap;
    private long backlog;
    private long missing;
    private String trouble = "";

    private FollowedStream(StreamName name, Path directory, CursorFile cursor, SnapshotTail tail) {
        this.name = name;
        this.directory = directory;
        this.cursor = cursor;
        this.tail = tail;
    }

    /**
     * Opens a stream behind its cursor; one without a cursor at a time, always the same, so that a crash before the first
     * record is written changes nothing.
     */
    static FollowedStream open(StreamName name, Path directory, CursorFile cursor, long start) {
        Position done = cursor.position();
        SnapshotTail tail =
                done.sequence() > 0 ? SnapshotTail.after(directory, done) : SnapshotTail.fromTime(directory, start);
        return new FollowedStream(name, directory, cursor, tail);
    }

    /** Opens a stream at a time whatever its cursor says; the cursor moves with what is written again. */
    static FollowedStream openAt(StreamName name, Path directory, CursorFile cursor, long time) {
        return new FollowedStream(name, directory, cursor, SnapshotTail.fromTime(directory, time));
    }

    StreamName name() {
        return name;
    }

    /** The next record, if there is one; the same until it is taken. */
    Optional<Pulled> head() {
        if (head.isEmpty()) {
            pull();
        }
        return head;
    }

    Pulled take() {
        Pulled taken = head.orElseThrow();
        head = Optional.empty();
        return taken;
    }

    private void pull() {
        try {
            while (read.isEmpty() && tail.poll(this)) {
                // Damage was told; the record may follow.
                continue;
            }
            head = read.map(record -> new Pulled(record, tail.delivered()));
            read = Optional.empty();
            trouble = "";
        } catch (QueueException e) {
            troubled(e);
        }
    }

    /** Looks whether the files were changed; what comes of it is read at the next turn. */
    void inspect() {
        try {
            if (head.isEmpty() && tail.inspect(this)) {
                head = read.map(record -> new Pulled(record, tail.delivered()));
                read = Optional.empty();
            }
        } catch (QueueException e) {
            troubled(e);
        }
    }

    private void troubled(QueueException e) {
        if (!trouble.equals(e.getMessage())) {
            trouble = e.getMessage();
            LOG.warn("stream {} cannot be read, trying again: {}", name, trouble);
        }
    }

    /** Why it cannot be read; empty when it can. */
    String trouble() {
        return trouble;
    }

    void written(Position position) {
        cursor.moveTo(position);
    }

    /** Records that are there and not written; as it was last when that cannot be told now, never nothing. */
    long backlog() {
        Path given = directory.resolve(HighestGiven.FILE_NAME);
        try {
            long done = cursor.position().sequence();
            long before = done > 0 ? done : first - 1;
            boolean known = before >= 0 && Files.isRegularFile(given);
            backlog = known ? Math.max(0, CursorFile.peek(given).sequence() - before) : 0;
        } catch (IOException e) {
            LOG.debug("stream {}: {} cannot be read: {}", name, given, e.toString());
        }
        return backlog;
    }

    /** Records that were gone before they could be read, and damaged places. */
    long missing() {
        return missing;
    }

    @Override
    public void onRecord(RecordView record) {
        first = first == 0 ? record.sequence() : first;
        read = Optional.of(ExportRecord.of(name, record, gap));
        gap = 0;
    }

    @Override
    public void onGap(Gap lost) {
        gap += lost.count();
        missing += lost.count();
        LOG.warn("stream {}: records {} to {} are missing", name, lost.first(), lost.last());
    }

    @Override
    public void onDamage(Damage damage) {
        LOG.warn("stream {}: damage in {}", name, damage);
    }

    @Override
    public void close() {
        tail.close();
    }
}
