package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to a file that others can see. A writer whose file somebody removed would otherwise go on until the next one, without
 * an error and unseen. Used by the writer's thread.
 */
final class VisibleAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VisibleAppender.class);

    /** How often to look whether the file is still there, which costs some microseconds. */
    private static final long LOOK_INTERVAL = 100_000_000;

    private final Supplier<SnapshotAppender> opener;
    private SnapshotAppender appender;
    private long lookedAt;

    private VisibleAppender(Supplier<SnapshotAppender> opener) {
        this.opener = opener;
        this.appender = opener.get();
    }

    /**
     * Opens the stream, and again whenever its file is gone.
     *
     * @param place the stream, whose consumers may know more of it than its files do
     * @param opener opens it
     */
    static VisibleAppender open(StreamPlace place, Supplier<SnapshotAppender> opener) {
        return new VisibleAppender(() -> {
            SnapshotAppender appender = opener.get();
            try {
                appender.goOnBehind(HighestGiven.in(place));
                return appender;
            } catch (IOException e) {
                appender.close();
                throw new QueueException("the consumers of " + place.stream() + " cannot be looked up: " + e, e);
            }
        });
    }

    /** Looks, from time to time, whether the file is still there, and opens another if not; to be called before appends. */
    void stayVisible(long now) {
        boolean due = Math.abs(now - lookedAt) >= LOOK_INTERVAL;
        lookedAt = due ? now : lookedAt;
        if (due && !isInPlace()) {
            LOG.warn(
                    "{} was removed or replaced while it was written; what was in it is lost, and writing goes on behind"
                            + " record {} in a new file",
                    appender.written(),
                    appender.lastSequence());
            long last = appender.lastSequence();
            appender.close();
            appender = opener.get();
            appender.goOnBehind(last);
        }
    }

    private boolean isInPlace() {
        try {
            return appender.written().isInPlace();
        } catch (IOException e) {
            throw cannotBeLookedAt(e);
        }
    }

    private QueueException cannotBeLookedAt(IOException e) {
        return new QueueException(appender.written() + " cannot be looked at: " + e, e);
    }

    void append(RecordKind kind, long sampleTime, ByteBuffer payload) {
        appender.append(kind, sampleTime, payload);
        try {
            appender.written().note();
        } catch (IOException e) {
            throw cannotBeLookedAt(e);
        }
    }

    long lastSequence() {
        return appender.lastSequence();
    }

    @Override
    public void close() {
        appender.close();
    }
}
