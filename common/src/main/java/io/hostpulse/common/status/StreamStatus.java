package io.hostpulse.common.status;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.queue.StreamDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One stream.
 *
 * @param descriptor what its writer says about it
 * @param writerAlive whether that process lives
 * @param recent its newest records, if there are any
 * @param disk what it takes on disk
 * @param consumers who reads it with a cursor of their own
 * @param problem why it cannot be read, if it cannot
 */
public record StreamStatus(
        StreamDescriptor descriptor,
        boolean writerAlive,
        Optional<Recent> recent,
        Disk disk,
        List<Consumer> consumers,
        Optional<String> problem) {

    /** What a record may be late beyond its interval before its stream is called stale: the usual deadline of a reading. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Copies the list. */
    public StreamStatus {
        consumers = List.copyOf(consumers);
    }

    /**
     * Names the stream.
     *
     * @return its name
     */
    public String name() {
        return descriptor.name().value();
    }

    /**
     * Tells the number of the newest record.
     *
     * @return its sequence; 0 when there is none
     */
    public long lastSequence() {
        return recent.map(Recent::lastSequence).orElse(0L);
    }

    /**
     * Tells how old the newest record is.
     *
     * @param now the present time in epoch nanoseconds
     * @return nanoseconds since its sample was taken, if there is one
     */
    public Optional<Long> age(long now) {
        return recent.map(records -> now - records.newestTime());
    }

    /**
     * Tells whether records come as they should. A stream without an interval has nothing to be late for.
     *
     * @param now the present time in epoch nanoseconds
     * @return whether the newest record is no older than two intervals and 2 s
     */
    public boolean isFresh(long now) {
        Duration patience = descriptor.interval().multipliedBy(2).plus(TOLERANCE);
        return descriptor.interval().isZero()
                || age(now).filter(age -> age <= patience.toNanos()).isPresent();
    }

    /**
     * Tells whether the newest record holds data.
     *
     * @return whether it is of kind OK
     */
    public boolean hasData() {
        return recent.filter(records -> records.kind() == RecordKind.OK).isPresent();
    }

    /**
     * Tells whether somebody stopped the stream.
     *
     * @return whether the newest record says so
     */
    public boolean isStopped() {
        return recent.filter(Recent::isStopped).isPresent();
    }

    /**
     * The newest records taken together.
     *
     * @param lastSequence the newest record's number
     * @param newestTime when it was sampled, epoch nanoseconds
     * @param kind what it holds
     * @param reason why it holds no data, if so
     * @param perSecond how many came in a second, over the last few
     * @param isStopped whether there is no data because somebody stopped the stream
     */
    public record Recent(
            long lastSequence,
            long newestTime,
            RecordKind kind,
            Optional<String> reason,
            Optional<Double> perSecond,
            boolean isStopped) {

        /**
         * What was not stopped.
         *
         * @param lastSequence the newest record's number
         * @param newestTime when it was sampled, epoch nanoseconds
         * @param kind what it holds
         * @param reason why it holds no data, if so
         * @param perSecond how many came in a second, over the last few
         */
        public Recent(
                long lastSequence,
                long newestTime,
                RecordKind kind,
                Optional<String> reason,
                Optional<Double> perSecond) {
            this(lastSequence, newestTime, kind, reason, perSecond, false);
        }
    }

    /**
     * Files of one queue.
     *
     * @param files how many roll files
     * @param bytes their lengths, which are at most one block of 1 MiB a file above what is really taken
     */
    public record Disk(int files, long bytes) {}

    /**
     * A reader with a cursor.
     *
     * @param name the consumer
     * @param sequence the last record it is done with
     * @param lag how many newer records there are
     * @param lost how many were removed before it had read them, as far as is remembered
     */
    public record Consumer(String name, long sequence, long lag, long lost) {}
}
