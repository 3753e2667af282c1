package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream's writer that also keeps house: it writes only when the disk has room, removes what is old, and forces what it
 * wrote to the disk when that is wanted. All of it on the one thread that uses it.
 */
public final class StreamWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

    private final StreamPlace place;
    private final VisibleAppender appender;
    private final DiskGuard guard;
    private final Retention retention;
    private final DiskSync sync;
    private final Upkeep upkeep;
    private final LongSupplier epochNanos;
    private String condition = "";

    StreamWriter(
            StreamPlace place,
            VisibleAppender appender,
            DiskGuard guard,
            Retention retention,
            DiskSync sync,
            Upkeep upkeep,
            LongSupplier epochNanos) {
        this.place = place;
        this.appender = appender;
        this.guard = guard;
        this.retention = retention;
        this.sync = sync;
        this.upkeep = upkeep;
        this.epochNanos = epochNanos;
    }

    /**
     * Opens a stream for writing, creates it when it is new, and removes what has become old meanwhile.
     *
     * @param place where it and its consumers' positions lie
     * @param descriptor what readers are told about it
     * @param limits what it may take from the disk
     * @param upkeep hears what happens besides writing
     * @param epochNanos the clock
     * @return the open writer
     * @throws WriterPresentException when another writer lives
     * @throws NetworkFilesystemException when the stream's directory is not on a local disk
     * @throws QueueException when the directory cannot be used
     */
    public static StreamWriter open(
            StreamPlace place,
            StreamDescriptor descriptor,
            WriterLimits limits,
            Upkeep upkeep,
            LongSupplier epochNanos) {
        VisibleAppender appender =
                VisibleAppender.open(place, () -> SnapshotAppender.open(place.directory(), descriptor, epochNanos));
        try {
            ChronicleFiles files = ChronicleFiles.HOURLY;
            StreamWriter writer = new StreamWriter(
                    place,
                    appender,
                    new DiskGuard(DiskSpace.of(place.directory()), limits.space()),
                    new Retention(place, limits.retention(), files, upkeep),
                    new DiskSync(new RollFiles(place.directory(), files.rollCycle()), limits.syncInterval()),
                    upkeep,
                    epochNanos);
            writer.keepHouse(epochNanos.getAsLong());
            return writer;
        } catch (IOException | RuntimeException e) {
            appender.close();
            throw new QueueException("queue " + place.directory() + " cannot be looked after: " + e, e);
        }
    }

    /**
     * Appends one record, if the disk has room for it.
     *
     * @param kind what the payload is about
     * @param sampleTime epoch nanoseconds
     * @param payload a UTF-8 JSON object; consumed when it is written
     * @return whether it was written; one that was not got no number, so nobody will miss it
     * @throws DiskFailedException when the disk failed all the same; the process must end
     * @throws QueueException when the record was not written for another reason
     */
    public boolean append(RecordKind kind, long sampleTime, ByteBuffer payload) {
        long now = epochNanos.getAsLong();
        appender.stayVisible(now);
        boolean hasRoom = isFine(guard.condition(now));
        if (hasRoom) {
            appender.append(kind, sampleTime, payload);
            sync.appended(now);
        } else {
            upkeep.onRefused();
        }
        keepHouse(now);
        return hasRoom;
    }

    /**
     * Tells how far the stream has come.
     *
     * @return the sequence of the newest record; 0 when there is none
     */
    public long lastSequence() {
        return appender.lastSequence();
    }

    private boolean isFine(String found) {
        if (!found.equals(condition)) {
            if (condition.isEmpty()) {
                LOG.warn("stream {}: nothing is written until there is room again: {}", place.stream(), found);
            } else if (found.isEmpty()) {
                LOG.info("stream {}: there is room again, writing goes on", place.stream());
            }
            condition = found;
            upkeep.onCondition(found);
        }
        return found.isEmpty();
    }

    private void keepHouse(long now) {
        retention.doWork(now, appender.lastSequence());
    }

    @Override
    public void close() {
        try {
            sync.finish();
        } finally {
            appender.close();
        }
    }
}
