package io.hostpulse.exporter.sink;

import java.util.OptionalLong;

/**
 * Writes records somewhere. It only writes and says what came of it: reading, batches, pauses, retries, dead letters and
 * cursors are its caller's business. After a crash it may get records again that it has written already; it knows them by
 * (stream, sequence) and passes over them, so that nothing is there twice. Used by one thread of its own.
 */
public interface Sink extends AutoCloseable {

    /**
     * Writes a batch. It may block as long as its own time-outs say, which must end within a minute in all.
     *
     * @param batch what to write
     * @return what came of it; an exception counts as {@link SinkOutcome.TryAgain}
     */
    SinkOutcome write(Batch batch);

    /**
     * Makes visible at once what has been written, because somebody asked for it.
     *
     * @return what came of it; {@link SinkOutcome.Refused} means the same as {@link SinkOutcome.TryAgain} here
     */
    default SinkOutcome flush() {
        return SinkOutcome.WRITTEN;
    }

    /**
     * Does what depends on time alone; called about once a second unless a batch waits to be tried again.
     *
     * @param now the present time, epoch nanoseconds
     * @return what came of it, as for {@link #flush}
     */
    default SinkOutcome tick(long now) {
        return SinkOutcome.WRITTEN;
    }

    /**
     * Tells what it takes on this host's disk, for whoever looks at the status.
     *
     * @return bytes; empty when that is not known, or is somebody else's business
     */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** Releases what the sink holds, within a second. What was begun goes on after a restart. */
    @Override
    default void close() {}
}
